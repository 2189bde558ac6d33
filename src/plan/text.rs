//! Texts in the two languages of the app.

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Japanese.
    #[default]
    Ja,
    /// English.
    En,
}

/// A text in one or both languages of the app. At least one of the two is not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Lang {
    /// The language tag, as in `<html lang>`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Ja => "ja",
            Lang::En => "en",
        }
    }

    /// The language of a tag such as `ja`, `en` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Lang> {
        match tag.split('-').next() {
            Some("ja") => Some(Lang::Ja),
            Some("en") => Some(Lang::En),
            _ => None,
        }
    }
}

impl Text {
    /// The text in this language, or in the other where this one is missing.
    pub fn get(&self, lang: Lang) -> &str {
        let (wanted, other) = match lang {
            Lang::Ja => (&self.ja, &self.en),
            Lang::En => (&self.en, &self.ja),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// The language that [`Text::get`] gives in the place of this one.
    pub fn lang(&self, lang: Lang) -> Lang {
        match lang {
            Lang::Ja if self.ja.is_empty() => Lang::En,
            Lang::En if self.en.is_empty() => Lang::Ja,
            there => there,
        }
    }
}
