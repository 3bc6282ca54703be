"""The check from outside: what a folder of an edition tells, read like a stranger would."""
