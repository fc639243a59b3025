"""The window: Qt, and nothing but showing and asking. It shows the file and asks through actions."""
