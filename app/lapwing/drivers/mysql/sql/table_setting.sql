-- Where the session is in time.
SELECT @@session.time_zone, @@system_time_zone
