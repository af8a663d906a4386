"""Write the schemas into the package."""

import sys

from tools.schemas.files import FOLDER, make_files

for name, text in make_files().items():
    (FOLDER / name).write_text(text, "utf-8")
    sys.stdout.write(f"{FOLDER / name} written\n")
