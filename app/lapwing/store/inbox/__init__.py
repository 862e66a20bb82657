"""What came to the webhook listener: messages, which of them are to be told yet, and what came once already."""
