"""`lapwing audit`: whether audit logs are as they were written."""
