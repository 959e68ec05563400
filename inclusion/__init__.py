"""The project itself: settings, root addresses, server entry point. Imported by nobody."""
