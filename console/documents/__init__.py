"""What goes to files and paper, and what comes from them: pictures looked at, sheets and papers written."""
