"""Words around every page: signing in, navigation, what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

HINDI: Mapping[str, str] = {
    "Head office": "मुख्य कार्यालय",
    "KESCO counters": "केस्को काउंटर",
    "Skip to the page": "सीधे पृष्ठ पर जाएँ",
    "Pages": "पृष्ठ",
    "Sign in": "साइन इन",
    "Sign out": "साइन आउट",
    "Name": "नाम",
    "Password": "पासवर्ड",
    "Signed in as": "साइन इन:",
    "Done": "हो गया",
    "Not possible": "सम्भव नहीं",
    "Name and password do not fit. Nothing was changed; try again.": (
        "नाम और पासवर्ड मेल नहीं खाते। कुछ नहीं बदला; फिर प्रयास करें।"
    ),
    "Too many tries. Nothing was changed; try again in {minutes} min.": (
        "बहुत अधिक प्रयास हुए। कुछ नहीं बदला; {minutes} मिनट बाद फिर प्रयास करें।"
    ),
    "Something is missing: fill in every field.": "कुछ छूट गया है: सभी खाने भरें।",
    "That is too long: {most} characters at most.": "यह बहुत लम्बा है: अधिक से अधिक {most} अक्षर।",
    "This is the billing server's console. What is done here is written down with your name.": (
        "यह बिलिंग सर्वर का कंसोल है। यहाँ किया गया हर कार्य आपके नाम से लिखा जाता है।"
    ),
    "Your session is over, or there was none. Nothing was changed. Sign in, then go on.": (
        "आपका सत्र समाप्त हो गया है, या था ही नहीं। कुछ नहीं बदला। साइन इन करके आगे बढ़ें।"
    ),
    "There is no such page.": "ऐसा कोई पृष्ठ नहीं है।",
    "Your role may not do this. Nothing was changed. Ask an administrator.": (
        "आपकी भूमिका को इसकी अनुमति नहीं है। कुछ नहीं बदला। प्रशासक से कहें।"
    ),
    "This form was not made for you, or is too old. Nothing was changed. Open the page again.": (
        "यह फ़ॉर्म आपके लिए नहीं बना था, या पुराना हो गया है। कुछ नहीं बदला। पृष्ठ फिर खोलें।"
    ),
    "That form cannot be read: it is too large, or no form. Nothing was changed.": (
        "यह फ़ॉर्म पढ़ा नहीं जा सका: यह बहुत बड़ा है, या फ़ॉर्म ही नहीं है। कुछ नहीं बदला।"
    ),
    "The database does not answer. Nothing is lost: counters keep their payments. Try again soon.": (
        "डेटाबेस उत्तर नहीं दे रहा है। कुछ खोया नहीं है: काउंटर अपने भुगतान सुरक्षित रखते हैं। थोड़ी देर में फिर प्रयास करें।"
    ),
    "Back to the first page": "पहले पृष्ठ पर लौटें",
    "Own password": "अपना पासवर्ड",
    "Someone else gave you this password. Choose your own before you go on.": (
        "यह पासवर्ड आपको किसी और ने दिया है। आगे बढ़ने से पहले अपना पासवर्ड चुनें।"
    ),
    "Present password": "वर्तमान पासवर्ड",
    "New password": "नया पासवर्ड",
    "New password again": "नया पासवर्ड फिर से",
    "Change the password": "पासवर्ड बदलें",
    "Your other sessions end when the password changes.": (
        "पासवर्ड बदलते ही आपके अन्य सत्र समाप्त हो जाते हैं।"
    ),
    "The password is changed, and your other sessions are over.": (
        "पासवर्ड बदल गया, और आपके अन्य सत्र समाप्त हो गए।"
    ),
    "The two new passwords differ. Nothing was changed.": ("दोनों नए पासवर्ड अलग हैं। कुछ नहीं बदला।"),
    "The present password does not fit. Nothing was changed.": (
        "वर्तमान पासवर्ड सही नहीं है। कुछ नहीं बदला।"
    ),
    "A password has {least} characters or more. A short sentence is easy to keep in mind.": (
        "पासवर्ड में {least} या अधिक अक्षर हों। एक छोटा वाक्य याद रखना सरल है।"
    ),
    "That password is easy to guess: not your own name, not one thing repeated.": (
        "इस पासवर्ड का अनुमान सरल है: अपना नाम या एक ही अक्षर बार-बार न रखें।"
    ),
    "never": "कभी नहीं",
    "now": "अभी",
    "{count} s": "{count} से॰",
    "{count} min": "{count} मिनट",
    "{count} h": "{count} घंटे",
    "{count} days": "{count} दिन",
    "{count} s ago": "{count} से॰ पहले",
    "{count} min ago": "{count} मिनट पहले",
    "{count} h ago": "{count} घंटे पहले",
    "{count} days ago": "{count} दिन पहले",
}
