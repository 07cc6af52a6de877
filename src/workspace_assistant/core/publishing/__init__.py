"""What leaves this computer for a collector of the employer, once the person has agreed to it."""
