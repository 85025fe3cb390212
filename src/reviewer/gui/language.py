"""The language of the interface: English in the source, others from resources/i18n/*.ts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from reviewer.support.messages import Language
from reviewer.support.resources import resource

_LOCALES: Mapping[Language, str] = {"zh": "zh_CN", "en": "en"}


class TsTranslator(QTranslator):
    """Reads the .ts file itself, so that no compiled copy can be missing or out of date."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = read_ts(path)

    def isEmpty(self) -> bool:
        return not self._texts

    def translate(
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return the translation; None lets the next translator try."""
        return self._texts.get((context, source_text))


def read_ts(path: Path) -> dict[tuple[str, str], str]:
    """Return the finished translations of a .ts file by context and source text."""
    texts: dict[tuple[str, str], str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                texts[name, message.findtext("source", "")] = translation.text
    return texts


def install_language(app: QCoreApplication, language: Language) -> list[QTranslator]:
    """Make `app` speak `language`; return the translators, to be removed on a change."""
    locale = _LOCALES[language]
    QLocale.setDefault(QLocale(locale))
    translators: list[QTranslator] = []
    of_qt = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if of_qt.load(f"qtbase_{locale}", folder):
        translators.append(of_qt)
    # qt_*.ts holds what Qt's own translation leaves in English.
    paths = [resource("i18n", f"qt_{locale}.ts"), resource("i18n", f"{locale}.ts")]
    translators.extend(TsTranslator(path, app) for path in paths if path.exists())
    for translator in translators:
        app.installTranslator(translator)
    return translators
