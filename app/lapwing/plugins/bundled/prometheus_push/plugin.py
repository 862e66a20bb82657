"""Counts what happens, and pushes it by a thread of its own."""

import base64
import platform
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from lapwing.plugins.api import CloudEvent, ConnectionInfo, Health, Plugin, QueryOutcome, ServiceInfo
from lapwing.plugins.bundled.prometheus_push import remote_write
from lapwing.plugins.bundled.prometheus_push.exposition import CONTENT_TYPE, exposition, label_pairs, labels_in
from lapwing.plugins.bundled.prometheus_push.figures import Figures
from lapwing.plugins.kit.json_service import basic

_ENGINE = "engine"


class PrometheusPush(Plugin):
    """Pushes at an interval, and once more when it ends."""

    def initialize(self) -> None:
        config = self.context.config
        self._labels = labels_in(config.get("labels") or ())
        self._endpoint = str(config["metricsEndpoint"]).rstrip("/")
        self._job = str(config.get("job") or "lapwing")
        self._instance = str(config.get("instance") or platform.node() or "lapwing")
        self._is_remote_write = config.get("protocol") == "remote write"
        self._figures = Figures()
        self._figures.service(_ENGINE, is_up=True)  # the engine that it was enabled in has begun long ago
        self._problem = ""
        self._pushing = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._work, name="push", daemon=True)
        self._thread.start()

    def shutdown(self) -> None:
        self._ended.set()
        self._thread.join(1.0)
        self._push()

    def pre_startup(self) -> None:
        self._figures.service(_ENGINE, is_up=True)

    def post_shutdown(self) -> None:
        self._figures.service(_ENGINE, is_up=False)

    def on_health_check(self) -> Health:
        return Health(not self._problem, self._problem)

    # what is counted

    def on_query_complete(self, outcome: QueryOutcome) -> None:
        self._figures.statement(outcome, "success")

    def on_query_fail(self, outcome: QueryOutcome) -> None:
        self._figures.statement(outcome, "cancelled" if outcome.is_cancelled else "error")

    def on_database_connect(self, connection: ConnectionInfo) -> None:
        self._figures.connection(connection, is_open=True)

    def on_database_disconnect(self, connection: ConnectionInfo) -> None:
        self._figures.connection(connection, is_open=False)

    def on_service_start(self, service: ServiceInfo) -> None:
        self._figures.service(service.id, is_up=True)

    def on_service_stop(self, service: ServiceInfo) -> None:
        self._figures.service(service.id, is_up=False)

    def on_service_error(self, service: ServiceInfo) -> None:
        self._figures.service(service.id, is_up=False, failed=True)

    def handle_event(self, event: CloudEvent) -> Any:
        """Values of a monitored server."""
        values = event.data.get("values")
        if self.context.config.get("enableDetailedMetrics") and isinstance(values, list):
            named = {each.id: each.name for each in self.context.connections()}
            self._figures.sampled(named.get(event.connection_id, event.connection_id), values)
        return None

    # pushing

    def _work(self) -> None:
        interval_s = float(self.context.config.get("collectionInterval") or 30)
        while not self._ended.wait(interval_s):
            self._push()

    def _push(self) -> None:
        """Once. A failure is told when it begins, and when it is over; what was counted goes with the next push."""
        with self._pushing:
            try:
                problem = self._pushed()
            except OSError as error:
                problem = f"{error}"
            if problem and problem != self._problem:
                self.context.log(f"The figures were not taken: {problem}", "warning")
            elif self._problem and not problem:
                self.context.log("The figures are taken again.")
            self._problem = problem

    def _pushed(self) -> str:
        families = self._figures.families()
        if self._is_remote_write:
            common = label_pairs({**self._labels, "job": self._job, "instance": self._instance})
            body = remote_write.request(families, common, int(time.time() * 1000))
            answer = self.context.http("POST", self._endpoint, {**remote_write.HEADERS, **self._log_in()}, body)
        else:
            headers = {"content-type": CONTENT_TYPE, **self._log_in()}
            answer = self.context.http("PUT", self._endpoint + self._group(), headers, exposition(families))
        if 200 <= answer.status < 300:
            return ""
        said = " ".join(answer.body[:2_000].decode(errors="replace").split())[:300]
        return f"HTTP {answer.status}: {said}"

    def _group(self) -> str:
        """The path of our group of figures at a Pushgateway; labels that a path cannot hold go as base64."""
        parts: Mapping[str, str] = {"job": self._job, "instance": self._instance, **self._labels}
        return "/metrics" + "".join(_part(name, value) for name, value in parts.items())

    def _log_in(self) -> dict[str, str]:
        secret, user = self.context.secret("password"), str(self.context.config.get("user") or "")
        if not secret:
            return {}
        return {"authorization": basic(user, secret) if user else f"Bearer {secret}"}


def _part(name: str, value: str) -> str:
    if value and "/" not in value and value not in (".", ".."):
        return f"/{name}/{quote(value, safe='')}"
    return f"/{name}@base64/{base64.urlsafe_b64encode(value.encode()).decode().rstrip('=') or '='}"
