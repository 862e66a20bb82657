"""The sample database: an invented company that sells and rents outdoor equipment, made by code on first use.

`build` is the way in. Each other module makes one part of the company's life (`people`, `places`, `catalogue`,
`orders`, `rentals`, `events`, `laboratory`) or of its material (`texts`, `images`, `names`). Every part has a random
generator of its own, so changing one leaves the others as they were; all come from one seed, and only
`Random.random` and `Random.getrandbits` are used, whose sequences Python promises to keep.
"""
