"""The people who help: who they are, letting one in, stopping one, help for one session."""
