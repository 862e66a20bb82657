"""What can be wrong with an endpoint, and with telling it something."""

from lapwing.domain.errors import LapwingError


class EndpointInvalid(LapwingError):
    """Facts: `endpoint` (its name), `reason` (a sentence), `field` (which of its fields)."""

    code = "webhook.endpoint_invalid"
    message = "The webhook endpoint {endpoint} cannot be used: {reason}"
    hint = "Correct it and try again."
    exit_code = 2


class EndpointUnknown(LapwingError):
    code = "webhook.endpoint_unknown"
    message = "There is no webhook endpoint {endpoint}."
    hint = "`lapwing webhook list` shows those that exist."
    exit_code = 2


class EndpointsUnreadable(LapwingError):
    """Facts: `reason` (a sentence); it repeats nothing of the text, which may hold secrets."""

    code = "webhook.config_unreadable"
    message = "The text holds no webhook endpoints: {reason}"
    hint = (
        'Write for example {{"webhooks": {{"endpoints": [{{"name": "queries", "url": "https://example.org/hook", '
        '"events": ["query.failed"]}}]}}}}'
    )
    exit_code = 2


class DeliveryUnknown(LapwingError):
    code = "webhook.delivery_unknown"
    message = "There is no delivery {delivery} in the log."
    hint = "Old deliveries are removed; `lapwing webhook deliveries` shows those that are kept."
    exit_code = 2


class DeliveryRefused(LapwingError):
    """The endpoint answered with something else than 2xx. Facts: `status`, `reason` (the phrase), `advice`."""

    code = "webhook.refused"
    message = "The endpoint answered {status} {reason}."
    hint = "{advice}"


class DeliveryUnreachable(LapwingError):
    """No answer came. Facts: `where` (host and port), `reason` (a sentence), `advice`."""

    code = "webhook.unreachable"
    message = "{where} could not be told: {reason}"
    hint = "{advice}"


class AddressForbidden(LapwingError):
    """Facts: `host`, `address`, `kind` (such as `a private address`)."""

    code = "webhook.address"
    message = "{host} is {address}, {kind}; nothing was sent."
    hint = "Allow private addresses in the endpoint if that is meant."


class PlainRefused(LapwingError):
    """Facts: `host`, `address`."""

    code = "webhook.plain"
    message = "{host} is {address}, outside of private networks, and would be told without TLS; nothing was sent."
    hint = "Use https:// in the endpoint's URL."


class QueueFull(LapwingError):
    """Facts: `endpoint`, `limit`."""

    code = "webhook.queue_full"
    message = "{limit} deliveries wait for {endpoint} already; this one was given up."
    hint = "See why the endpoint does not answer; what was given up can be sent again."


class DeliveryExpired(LapwingError):
    """Facts: `hours`."""

    code = "webhook.expired"
    message = "It waited for {hours} hours and was given up."
    hint = "It can be sent again."


class EndpointGone(LapwingError):
    code = "webhook.endpoint_gone"
    message = "Its endpoint was removed before it was delivered."


class DeliveriesUnusable(LapwingError):
    """The store of deliveries cannot be used. Facts: `path`, `reason`."""

    code = "webhook.store"
    message = "The queue of webhook deliveries in {path} cannot be used: {reason}."
    hint = "See to its permissions and to the room on the disk; until then events are not delivered."


class DeliveriesPutAside(LapwingError):
    """Facts: `path`, `kept`, `reason`."""

    code = "webhook.put_aside"
    message = "The queue of webhook deliveries in {path} is damaged: {reason}."
    hint = "It was kept as {kept}; a new one was begun. What waited in it was not delivered."


class EndpointSecretsMissing(LapwingError):
    """Facts: `endpoint` (its name), `what` (what of it has no value)."""

    code = "webhook.secrets_missing"
    message = "Of the webhook endpoint {endpoint} no secret is kept for {what}."
    hint = "Open the endpoint, enter its secrets and save it again."
