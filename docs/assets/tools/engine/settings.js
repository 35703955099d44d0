// Where a talk may take place. Twin of `SETTINGS` in sst_training/model/text.py.

export const SETTINGS = ["room", "video", "phone", "chat", "walk-in"];
