"""Geometries: seen on a map, exported as GeoJSON, imported from it."""
