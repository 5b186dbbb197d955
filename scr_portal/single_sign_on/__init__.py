"""Single sign-on by OpenID Connect, per organisation: allauth's, with a nonce and with signatures that are looked at."""
