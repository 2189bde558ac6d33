//! What the page has to say, as data; the words are the page's.

use std::rc::Rc;

use crate::codec::link::{Reading, Refusal};
use crate::model::{Added, Scenario};
use crate::plan::{Moved, Numbers, Problem};

/// How much a notice matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Something the user asked for was not done.
    Error,
    /// Something works less well than it should.
    Warning,
    /// Something worth knowing.
    Info,
}

/// One notice. Each says what is wrong; the page adds where and what to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The saved state could not be read, in whole or in part. The text is kept for download.
    SavedUnreadable {
        /// What was wrong, with its place.
        problems: Vec<Problem>,
        /// The text as it was found.
        text: String,
        /// Whether part of it could be used.
        partly: bool,
    },
    /// The browser does not let the page save.
    CannotSave {
        /// Whether there is no room, rather than no permission.
        full: bool,
    },
    /// A part of the page that is fetched once the page is ready did not arrive.
    Incomplete,
    /// A link says nothing that could be used.
    LinkRefused {
        /// Why.
        why: Refusal,
        /// The link, as it stood behind the `#`.
        link: String,
    },
    /// A link is in force but for what was not understood.
    LinkPartly {
        /// What was not understood, with its place.
        problems: Vec<Problem>,
    },
    /// A link was cut or changed on its way. It is not in force; the user decides.
    LinkDamaged(Rc<Reading>),
    /// The plan's numbers are others than those that a link was made with. It is not in force; the user decides.
    NumbersMoved {
        /// What the link says.
        reading: Rc<Reading>,
        /// The numbers then, where they are known.
        then: Option<Rc<Numbers>>,
        /// The numbers that moved; empty where those of then are not known.
        moved: Vec<Moved>,
    },
    /// A newer release of the page is there to switch to.
    Newer,
    /// The page has not switched to it, as it cannot save what was entered.
    NotSwitched,
    /// The browser did not let the page copy.
    NotCopied,
    /// There is no chart to make a picture of.
    NoChart,
    /// The browser did not make the picture.
    NoPicture,
    /// The code that makes and reads workbooks did not arrive.
    NoWorkbooks,
    /// The browser did not let a file be saved.
    NotHandedOut,
    /// The kept scenarios could not be read, in whole or in part. The text is kept for download.
    ShelfUnreadable {
        /// What was wrong, with its place.
        problems: Vec<Problem>,
        /// The text as it was found.
        text: String,
        /// How many scenarios could be read, in whole or in part.
        kept: usize,
    },
    /// No more scenarios can be kept.
    ShelfFull,
    /// Kept scenarios were taken away; each with its place then.
    Deleted(Vec<(usize, Rc<Scenario>)>),
    /// The present scenario was kept in the place of this one.
    Replaced(Rc<Scenario>),
    /// Scenarios that left the screen are kept under these names.
    KeptLeaving(Vec<String>),
    /// A file of scenarios was taken over.
    Imported {
        /// The file's name.
        name: String,
        /// What became of each of them.
        added: Vec<Added>,
    },
    /// A plan file has problems and is not used.
    PlanRefused {
        /// The file's name.
        name: String,
        /// Every problem, with its place.
        problems: Vec<Problem>,
    },
    /// The plan of a file was not opened, as the browser cannot keep it or what was entered.
    PlanNotOpened,
    /// What the user had changed in the plan could not be read. The text is kept for download.
    EditsUnreadable {
        /// What was wrong, with its place.
        problems: Vec<Problem>,
        /// The text as it was found.
        text: String,
    },
    /// A plan file could not be fetched.
    PlanMissing {
        /// The file's name.
        name: String,
    },
}

impl Notice {
    /// Whether it speaks of a link that is not in force.
    pub fn is_of_waiting_link(&self) -> bool {
        matches!(self, Notice::LinkRefused { .. } | Notice::LinkDamaged(_) | Notice::NumbersMoved { .. })
    }

    /// How much it matters.
    pub fn kind(&self) -> NoticeKind {
        match self {
            Notice::SavedUnreadable { .. }
            | Notice::ShelfUnreadable { .. }
            | Notice::EditsUnreadable { .. }
            | Notice::LinkRefused { .. }
            | Notice::LinkDamaged(_)
            | Notice::PlanRefused { .. }
            | Notice::PlanMissing { .. }
            | Notice::PlanNotOpened
            | Notice::NotSwitched
            | Notice::NotCopied
            | Notice::NoChart
            | Notice::NoPicture
            | Notice::NoWorkbooks
            | Notice::NotHandedOut => NoticeKind::Error,
            Notice::CannotSave { .. }
            | Notice::Incomplete
            | Notice::ShelfFull
            | Notice::LinkPartly { .. }
            | Notice::NumbersMoved { .. } => NoticeKind::Warning,
            Notice::Newer
            | Notice::Deleted(_)
            | Notice::Replaced(_)
            | Notice::KeptLeaving(_)
            | Notice::Imported { .. } => NoticeKind::Info,
        }
    }
}
