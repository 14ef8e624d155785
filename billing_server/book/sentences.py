"""Every sentence of an import, English and Hindi: the text is chosen by language first, then filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from billing_server.book.bad_rows import BadRowKind, NoteKind, UnreadableKind

if TYPE_CHECKING:
    from billing_server.book.bad_rows import BadRow, Note, UnreadableFileError

Language = Literal["en", "hi"]

_WHERE: Final = {
    "en": ("{file}, row {row}, column “{column}”: {what}", "{file}, row {row}: {what}"),
    "hi": ("{file}, पंक्ति {row}, स्तंभ “{column}”: {what}", "{file}, पंक्ति {row}: {what}"),
}

_K = BadRowKind
_BAD: Final[dict[BadRowKind, tuple[str, str]]] = {
    _K.COLUMN_MISSING: (
        "this column is missing; a heading such as {headings} is expected.",
        "यह स्तंभ नहीं है; {headings} जैसा शीर्षक चाहिए।",
    ),
    _K.COLUMN_TWICE: (
        "this column is there twice (“{found}”); one is expected.",
        "यह स्तंभ दो बार है (“{found}”); एक ही चाहिए।",
    ),
    _K.ROW_BROKEN: (
        "{cells} cells under {headings} headings; text with the separator in it is expected in quotation marks.",
        "{headings} शीर्षकों के नीचे {cells} खाने हैं; जिस पाठ में विभाजक चिह्न हो वह उद्धरण चिह्नों में चाहिए।",
    ),
    _K.QUOTE_OPEN: (
        "a quotation mark opens in “{found}” and is not closed; both are expected, or none.",
        "“{found}” में उद्धरण चिह्न खुला है पर बंद नहीं हुआ; दोनों चाहिए या कोई नहीं।",
    ),
    _K.BYTES_DAMAGED: (
        "“{found}” has damaged characters; UTF-8 text is expected.",
        "“{found}” में अक्षर बिगड़े हुए हैं; UTF-8 पाठ चाहिए।",
    ),
    _K.CELL_EMPTY: (
        "nothing is written here; a value is expected.",
        "यहाँ कुछ नहीं लिखा है; मान चाहिए।",
    ),
    _K.SPREADSHEET_ERROR: (
        "“{found}” is an error of the spreadsheet; a value is expected.",
        "“{found}” स्प्रेडशीट की त्रुटि है; मान चाहिए।",
    ),
    _K.DIGITS_WRONG: (
        "“{found}” is there; exactly {digits} digits are expected.",
        "“{found}” लिखा है; ठीक {digits} अंक चाहिए।",
    ),
    _K.ZEROS_LOST: (
        (
            "“{found}” is too short; {digits} digits are expected. A spreadsheet may have dropped zeros in front: "
            "make the column text and export again."
        ),
        (
            "“{found}” छोटा है; {digits} अंक चाहिए। संभव है स्प्रेडशीट ने आगे के शून्य हटा दिए हों: "
            "स्तंभ को टेक्स्ट बनाकर फिर निर्यात करें।"
        ),
    ),
    _K.SCIENTIFIC: (
        (
            "a spreadsheet shortened the number to “{found}”; all its digits are expected. "
            "Make the column text and export again."
        ),
        "स्प्रेडशीट ने संख्या को “{found}” कर दिया है; सभी अंक चाहिए। स्तंभ को टेक्स्ट बनाकर फिर निर्यात करें।",
    ),
    _K.ROUNDED: (
        "“{found}” is too long for a spreadsheet number and may be rounded; it is expected as text.",
        "“{found}” स्प्रेडशीट की संख्या के लिए बहुत लंबा है और बदल गया हो सकता है; इसे टेक्स्ट के रूप में चाहिए।",
    ),
    _K.MOBILE_WRONG: (
        "“{found}” is no mobile number; 10 digits beginning with 6 to 9 are expected, or nothing.",
        "“{found}” मोबाइल नंबर नहीं है; 6 से 9 से शुरू होने वाले 10 अंक चाहिए, या खाली।",
    ),
    _K.DATE_WRONG: (
        "“{found}” is no date; 2026-11-23, 23/11/2026 or 23-Nov-2026 is expected.",
        "“{found}” दिनांक नहीं है; 2026-11-23, 23/11/2026 या 23-Nov-2026 चाहिए।",
    ),
    _K.MONTH_WRONG: (
        "“{found}” is no bill month; 2026-11, 11/2026 or Nov-2026 is expected.",
        "“{found}” बिल माह नहीं है; 2026-11, 11/2026 या Nov-2026 चाहिए।",
    ),
    _K.DUE_BEFORE_BILL: (
        "“{found}” lies before the bill date {bill_date}; the same day or later is expected.",
        "“{found}” बिल दिनांक {bill_date} से पहले है; वही दिन या बाद का चाहिए।",
    ),
    _K.AMOUNT_WRONG: (
        "“{found}” is no amount; rupees such as 1,234.50, or 1,234.50 Cr for a credit, are expected.",
        "“{found}” धनराशि नहीं है; 1,234.50 जैसे रुपये चाहिए, जमा हो तो 1,234.50 Cr।",
    ),
    _K.AMOUNT_TOO_FINE: (
        "“{found}” has parts of a paisa; two places are expected at most.",
        "“{found}” में पैसे के भाग हैं; दशमलव के बाद अधिक से अधिक दो अंक चाहिए।",
    ),
    _K.AMOUNT_TOO_LARGE: (
        "“{found}” is too large; less than 100 crore rupees is expected.",
        "“{found}” बहुत बड़ी है; 100 करोड़ रुपये से कम चाहिए।",
    ),
    _K.AMOUNT_NEGATIVE: (
        "“{found}” is below zero; zero or more is expected here.",
        "“{found}” शून्य से कम है; यहाँ शून्य या अधिक चाहिए।",
    ),
    _K.PARTS_DO_NOT_ADD: (
        "“{found}” is there, but demand, arrears, surcharge and other debits less credits make {sum}.",
        "“{found}” लिखा है, पर माँग, बकाया, अधिभार और अन्य नामे में से जमा घटाकर {sum} बनता है।",
    ),
    _K.AFTER_DUE_LESS: (
        "“{found}” is less than the sum up to the due date, {by_due}; that or more is expected.",
        "“{found}” देय तिथि तक की धनराशि {by_due} से कम है; उतनी या अधिक चाहिए।",
    ),
    _K.WORD_UNKNOWN: (
        "“{found}” is not known; one of {words} is expected.",
        "“{found}” ज्ञात नहीं है; इनमें से एक चाहिए: {words}।",
    ),
    _K.TEXT_TOO_LONG: (
        "“{found}…” is too long; at most {limit} characters are expected.",
        "“{found}…” बहुत लंबा है; अधिक से अधिक {limit} अक्षर चाहिए।",
    ),
    _K.CARD_NUMBER: (
        "the digits may be a card number, which may never be stored; text without it is expected.",
        "ये अंक कार्ड नंबर हो सकते हैं, जिसे कभी रखा नहीं जा सकता; इसके बिना पाठ चाहिए।",
    ),
    _K.ACCOUNT_TWICE: (
        "account “{found}” is in row {first_row} already, which was taken; one row an account is expected.",
        "खाता “{found}” पंक्ति {first_row} में पहले से है, वही लिया गया; एक खाते की एक पंक्ति चाहिए।",
    ),
    _K.BILL_TWICE: (
        "bill “{found}” is in row {first_row} already, which was taken; one row a bill is expected.",
        "बिल “{found}” पंक्ति {first_row} में पहले से है, वही लिया गया; एक बिल की एक पंक्ति चाहिए।",
    ),
    _K.ACCOUNT_UNKNOWN: (
        "there is no consumer with account “{found}”; an account of the consumers' file is expected.",
        "खाता “{found}” का कोई उपभोक्ता नहीं है; उपभोक्ताओं की फ़ाइल का खाता चाहिए।",
    ),
    _K.ACCOUNT_ROW_BAD: (
        "the consumer with account “{found}” was not taken because that row is bad; correct it first.",
        "खाता “{found}” का उपभोक्ता नहीं लिया गया क्योंकि वह पंक्ति गलत है; पहले उसे ठीक करें।",
    ),
}

_NOTES: Final[dict[NoteKind, tuple[str, str]]] = {
    NoteKind.READ_AS_WINDOWS_1252: (
        (
            "{file} is not UTF-8; it was read as Windows-1252 (Western European). "
            "Hindi cannot be written in it: export as “CSV UTF-8” if names look wrong."
        ),
        (
            "{file} UTF-8 नहीं है; इसे Windows-1252 मानकर पढ़ा गया। "
            "उसमें हिन्दी नहीं लिखी जा सकती: नाम गलत दिखें तो “CSV UTF-8” में निर्यात करें।"
        ),
    ),
    NoteKind.COLUMNS_IGNORED: (
        "{file}: these columns are not known and were left out: {found}.",
        "{file}: ये स्तंभ ज्ञात नहीं हैं, छोड़ दिए गए: {found}।",
    ),
    NoteKind.SHEETS_IGNORED: (
        "{file}: only the first sheet was read, not: {found}.",
        "{file}: केवल पहली शीट पढ़ी गई, ये नहीं: {found}।",
    ),
}

_UNREADABLE: Final[dict[UnreadableKind, tuple[str, str]]] = {
    UnreadableKind.NOT_THERE: (
        "{file} cannot be opened: {detail}.",
        "{file} खोली नहीं जा सकी: {detail}।",
    ),
    UnreadableKind.EMPTY: (
        "{file} is empty; a row of headings and rows below it are expected.",
        "{file} खाली है; शीर्षकों की पंक्ति और उसके नीचे पंक्तियाँ चाहिए।",
    ),
    UnreadableKind.OLD_EXCEL: (
        "{file} is an old or password-protected Excel file; save it as .xlsx without a password, or as CSV.",
        "{file} पुरानी या पासवर्ड वाली एक्सेल फ़ाइल है; इसे बिना पासवर्ड .xlsx या CSV में सहेजें।",
    ),
    UnreadableKind.DAMAGED: (
        "{file} is no whole Excel file ({detail}); export it again.",
        "{file} पूरी एक्सेल फ़ाइल नहीं है ({detail}); इसे फिर निर्यात करें।",
    ),
    UnreadableKind.NOT_TEXT: (
        "{file} is neither CSV nor XLSX.",
        "{file} न CSV है न XLSX।",
    ),
}


def sentence(bad: BadRow, language: Language) -> str:
    """Where, what is wrong, and what is expected."""
    what = _in(language, _BAD[bad.kind]).format(found=bad.found, **bad.facts)
    with_column, whole_row = _WHERE[language]
    where = with_column if bad.column else whole_row
    return where.format(file=bad.file, row=bad.row, column=bad.column, what=what)


def note_sentence(note: Note, language: Language) -> str:
    """What was done with the file."""
    return _in(language, _NOTES[note.kind]).format(file=note.file, found=note.found)


def unreadable_sentence(error: UnreadableFileError, language: Language) -> str:
    """Why a file was not read, and what to do."""
    text = _in(language, _UNREADABLE[error.kind])
    return text.format(file=error.file, detail=error.detail)


def _in(language: Language, texts: tuple[str, str]) -> str:
    return texts[0] if language == "en" else texts[1]
