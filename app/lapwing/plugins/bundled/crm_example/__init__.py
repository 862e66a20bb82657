"""An example: events about users become contacts of a CRM, and who told them is answered."""
