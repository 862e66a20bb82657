"""What statements did to servers, minute by minute."""
