"""Tips that answer to facts: seldom, with the person's own number, and with what they rest on."""
