"""How good kg is: each benchmark a module, run on data that do not come with kg (``make eval``)."""
