"""What the packaged program starts with."""

import sys

from reviewer.__main__ import main

sys.exit(main())
