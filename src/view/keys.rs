//! What the keys of a presentation do, those of presenters' remote controls included.

use crate::model::{Rate, SliderScale};

/// A key that went down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pressed<'a> {
    /// What it types or is called, as `KeyboardEvent.key` has it.
    pub key: &'a str,
    /// Where it lies, as `KeyboardEvent.code` has it.
    pub code: &'a str,
    /// With Shift.
    pub shift: bool,
    /// With Ctrl, or with Command.
    pub ctrl: bool,
    /// With Alt, or with Option.
    pub alt: bool,
    /// Whether it is held down and repeats itself.
    pub repeat: bool,
    /// Whether it belongs to an input method that is putting text together.
    pub composing: bool,
    /// Whether a button has the focus, which the space bar presses.
    pub on_button: bool,
}

/// How far an assumption is moved at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Ten steps of the slider: 0.1 %/年, 0.1 ポイント/年.
    Short,
    /// A hundred steps of the slider: 1.0 %/年, 1.0 ポイント/年.
    Long,
}

/// What a presenter can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// To the slide after.
    Next,
    /// To the slide before.
    Previous,
    /// To the summary.
    First,
    /// To the last slide.
    Last,
    /// To the slide of a pillar, by index; there may be no such pillar.
    Pillar(usize),
    /// Chooses the indicator after, of those of the slide.
    IndicatorAfter,
    /// Chooses the indicator before.
    IndicatorBefore,
    /// Moves the assumption up.
    Up(Reach),
    /// Moves the assumption down.
    Down(Reach),
    /// Sets the assumption to the required pace.
    Required,
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Shows the moment before the last change, then the one after it.
    Replay,
    /// Blanks the screen.
    Blank,
    /// Shows the QR code of this very state.
    Code,
    /// Fills the screen, or no longer does.
    FullScreen,
    /// Lists the keys.
    Keys,
    /// Leaves what is in front, else the whole screen, else the presentation.
    Leave,
    /// Leaves the presentation, whatever is in front.
    Exit,
}

impl Reach {
    /// The step by which an assumption on this scale moves up, or down.
    pub fn step(self, scale: SliderScale, up: bool) -> Rate {
        let steps = match self {
            Reach::Short => 10,
            Reach::Long => 100,
        };
        let by = scale.step.hundredths().saturating_mul(steps);
        Rate::from_hundredths(if up { by } else { by.saturating_neg() })
    }
}

impl Act {
    /// Whether a key that is held down does it again and again. What is switched on and off would flicker.
    fn repeats(self) -> bool {
        matches!(self, Act::Up(_) | Act::Down(_) | Act::IndicatorAfter | Act::IndicatorBefore)
    }
}

impl Pressed<'_> {
    /// What the key does; `None` where it is not the presentation's.
    ///
    /// Letters and figures may be full-width, as a Japanese input method leaves them. Where `+` is typed with Shift, as
    /// on Japanese and American keyboards, its key means `+` without Shift too; Shift moves far with the minus key and
    /// with the signs beside the figures, and `>` and `<` do so on every keyboard.
    pub fn act(&self) -> Option<Act> {
        if self.composing || self.alt {
            return None;
        }
        let key = half_width(self.key);
        let act = if self.ctrl { self.with_ctrl(key)? } else { self.alone(key)? };
        (act.repeats() || !self.repeat).then_some(act)
    }

    /// Whether it lights a blank screen again, as any key does that is pressed by itself: the one that blanked it may
    /// still be down.
    pub fn wakes(&self) -> bool {
        let modifies = matches!(self.key, "Shift" | "Control" | "Alt" | "Meta" | "CapsLock" | "NumLock");
        !(self.repeat || self.composing || modifies)
    }

    fn with_ctrl(&self, key: Option<char>) -> Option<Act> {
        match (key?, self.shift) {
            ('z', false) => Some(Act::Undo),
            ('z', true) | ('y', false) => Some(Act::Redo),
            _ => None,
        }
    }

    fn alone(&self, key: Option<char>) -> Option<Act> {
        let Some(letter) = key else { return named(self.key) };
        let minus = matches!(self.code, "Minus" | "NumpadSubtract");
        Some(match letter {
            ' ' if !self.on_button => Act::Next,
            '0' => Act::First,
            '1'..='9' => Act::Pillar(usize::try_from(letter.to_digit(10)?).ok()?.checked_sub(1)?),
            '=' if self.shift && minus => Act::Down(Reach::Long),
            '+' if self.shift && self.code == "NumpadAdd" => Act::Up(Reach::Long),
            '>' => Act::Up(Reach::Long),
            '<' | '_' => Act::Down(Reach::Long),
            '-' | '\u{2212}' if self.shift => Act::Down(Reach::Long),
            '+' | ';' | '=' => Act::Up(Reach::Short),
            '-' | '\u{2212}' => Act::Down(Reach::Short),
            'r' => Act::Required,
            'z' => Act::Undo,
            'a' => Act::Replay,
            'b' | '.' | '\u{3002}' => Act::Blank,
            'q' => Act::Code,
            'f' => Act::FullScreen,
            '?' => Act::Keys,
            _ => return None,
        })
    }
}

/// What a key does that types nothing.
fn named(key: &str) -> Option<Act> {
    Some(match key {
        "ArrowRight" | "PageDown" => Act::Next,
        "ArrowLeft" | "PageUp" => Act::Previous,
        "ArrowDown" => Act::IndicatorAfter,
        "ArrowUp" => Act::IndicatorBefore,
        "Home" => Act::First,
        "End" => Act::Last,
        // With it, remote controls start the show; loading the page again would stop it.
        "F5" => Act::FullScreen,
        "Escape" => Act::Leave,
        _ => return None,
    })
}

/// The one character that a key types, in lower case and not full-width.
fn half_width(key: &str) -> Option<char> {
    let mut letters = key.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let letter = match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0)?,
        '\u{3000}' => ' ',
        other => other,
    };
    Some(letter.to_ascii_lowercase())
}
