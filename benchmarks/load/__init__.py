"""A class of learners on one server, without browsers: ``python -m benchmarks.load``.

Each learner is a WebSocket that speaks Streamlit's own protocol, with the message types of the
installed package, and does what a browser does: sends the widgets' values and the address bar,
repeats fragments on their timers, keeps the messages that the server may refer to again, and comes
back after a cut with what it still has.
"""
