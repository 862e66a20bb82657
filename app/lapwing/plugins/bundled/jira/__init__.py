"""Issues in Jira, from alerts and by hand."""
