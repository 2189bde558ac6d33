//! Pieces of the page that depend on their fields alone.
//!
//! A component with hooks needs machinery of its own for each type, some kilobytes of it. A piece without hooks
//! only needs to be left alone while its fields are the same: one component does that for all of them.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

/// A piece of the page that is rendered again only when one of its fields changes.
pub trait Part: PartialEq + 'static {
    /// What the piece looks like.
    fn view(&self) -> Html;
}

/// A piece without its type.
trait Erased {
    fn view(&self) -> Html;
    fn is_same(&self, other: &dyn Erased) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<P: Part> Erased for P {
    fn view(&self) -> Html {
        Part::view(self)
    }

    fn is_same(&self, other: &dyn Erased) -> bool {
        other.as_any().downcast_ref::<P>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Properties)]
struct MemoProps {
    part: Rc<dyn Erased>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &MemoProps) -> bool {
        self.part.is_same(&*other.part)
    }
}

#[component]
fn Memo(props: &MemoProps) -> Html {
    props.part.view()
}

/// Puts a piece into the page.
pub fn part<P: Part>(piece: P) -> Html {
    html! { <Memo part={erased(piece)} /> }
}

/// Puts a piece into a list of the page, where the key keeps it the same one when the list changes.
pub fn keyed<P: Part>(key: impl Into<Key>, piece: P) -> Html {
    html! { <Memo key={key.into()} part={erased(piece)} /> }
}

fn erased<P: Part>(piece: P) -> Rc<dyn Erased> {
    Rc::new(piece)
}
