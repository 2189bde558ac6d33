//! Elements of the page.
//!
//! The `html!` macro writes out at every place how an element is put together, which made it the largest part of
//! the download. Here one function does it for all elements: a call takes a few bytes where the macro takes
//! hundreds. Components with properties of their own are still written with the macro.

use std::rc::Rc;

use yew::html::{
    onblur, oncancel, onchange, onclick, ondblclick, onfocusin, onfocusout, oninput, onkeydown, onmousedown,
    onpaste, onpointerleave, onpointermove,
};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VTag};

/// What an attribute or a text can be made of. Words that the program holds are not copied.
pub trait Wording {
    /// The words as Yew takes them.
    fn into_value(self) -> AttrValue;
}

impl Wording for &'static str {
    fn into_value(self) -> AttrValue {
        AttrValue::Static(self)
    }
}

impl Wording for String {
    #[inline(never)]
    fn into_value(self) -> AttrValue {
        AttrValue::Rc(Rc::from(self))
    }
}

impl Wording for AttrValue {
    fn into_value(self) -> AttrValue {
        self
    }
}

/// An element that is being put together.
pub struct El(Box<VTag>);

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El(Box::new(VTag::new(tag)))
}

/// A text node.
pub fn text(text: impl Wording) -> Html {
    Html::VText(yew::virtual_dom::VText::new(text.into_value()))
}

/// Several nodes in the place of one.
pub fn all(nodes: impl IntoIterator<Item = Html>) -> Html {
    let mut list = yew::virtual_dom::VList::new();
    for node in nodes {
        list.push(node);
    }
    list.into()
}

impl El {
    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Wording) -> El {
        self.set(name, value.into_value())
    }

    /// Sets an attribute where there is a value.
    pub fn maybe_attr(self, name: &'static str, value: Option<impl Wording>) -> El {
        match value {
            Some(value) => self.set(name, value.into_value()),
            None => self,
        }
    }

    /// Sets an attribute that is there or not, such as `disabled`.
    pub fn flag(self, name: &'static str, there: bool) -> El {
        if there { self.set(name, AttrValue::Static("")) } else { self }
    }

    /// Sets the class.
    pub fn class(self, class: impl Wording) -> El {
        self.set("class", class.into_value())
    }

    /// Adds a class to those that are set.
    pub fn also(self, class: &'static str, there: bool) -> El {
        if !there {
            return self;
        }
        let before =
            self.0.attributes.iter().find(|(name, _)| *name == "class").map(|(_, value)| value.to_owned());
        match before {
            Some(before) => self.set("class", AttrValue::from(format!("{before} {class}"))),
            None => self.set("class", AttrValue::Static(class)),
        }
    }

    /// Adds a text.
    pub fn text(self, content: impl Wording) -> El {
        self.add(text(content))
    }

    /// Adds a child.
    pub fn child(self, child: impl Into<Html>) -> El {
        self.add(child.into())
    }

    /// Adds a child, or holds its place, so that its siblings stay the same elements when it comes and goes.
    pub fn maybe(self, child: Option<impl Into<Html>>) -> El {
        self.add(child.map_or_else(Html::default, Into::into))
    }

    /// Adds children.
    pub fn children(mut self, children: impl IntoIterator<Item = Html>) -> El {
        for child in children {
            self = self.add(child);
        }
        self
    }

    /// Keeps the element the same one when its list changes.
    pub fn key(mut self, key: impl Into<Key>) -> El {
        self.0.key = Some(key.into());
        self
    }

    /// Lets the app find the element.
    pub fn node(mut self, node: &NodeRef) -> El {
        self.0.node_ref = node.clone();
        self
    }

    /// The value of a field.
    pub fn value(mut self, value: AttrValue) -> El {
        self.0.set_value(Some(value));
        self
    }

    /// Whether a choice is made.
    pub fn checked(mut self, checked: bool) -> El {
        self.0.set_checked(checked);
        self
    }

    /// Hears clicks.
    pub fn on_click(self, heard: Callback<MouseEvent>) -> El {
        self.hear(Rc::new(onclick::Wrapper::new(heard)))
    }

    /// Hears a changed value.
    pub fn on_change(self, heard: Callback<Event>) -> El {
        self.hear(Rc::new(onchange::Wrapper::new(heard)))
    }

    /// Hears that a dialog is about to be closed by the browser.
    pub fn on_cancel(self, heard: Callback<Event>) -> El {
        self.hear(Rc::new(oncancel::Wrapper::new(heard)))
    }

    /// Hears every step of a changing value.
    pub fn on_input(self, heard: Callback<InputEvent>) -> El {
        self.hear(Rc::new(oninput::Wrapper::new(heard)))
    }

    /// Hears keys.
    pub fn on_keydown(self, heard: Callback<KeyboardEvent>) -> El {
        self.hear(Rc::new(onkeydown::Wrapper::new(heard)))
    }

    /// Hears the focus come to the element or into it.
    pub fn on_focusin(self, heard: Callback<FocusEvent>) -> El {
        self.hear(Rc::new(onfocusin::Wrapper::new(heard)))
    }

    /// Hears the focus leave the element or what is in it.
    pub fn on_focusout(self, heard: Callback<FocusEvent>) -> El {
        self.hear(Rc::new(onfocusout::Wrapper::new(heard)))
    }

    /// Hears a button of the mouse go down, or a finger tap.
    pub fn on_mousedown(self, heard: Callback<MouseEvent>) -> El {
        self.hear(Rc::new(onmousedown::Wrapper::new(heard)))
    }

    /// Hears double clicks.
    pub fn on_dblclick(self, heard: Callback<MouseEvent>) -> El {
        self.hear(Rc::new(ondblclick::Wrapper::new(heard)))
    }

    /// Hears what is pasted.
    pub fn on_paste(self, heard: Callback<Event>) -> El {
        self.hear(Rc::new(onpaste::Wrapper::new(heard)))
    }

    /// Hears the focus leave.
    pub fn on_blur(self, heard: Callback<FocusEvent>) -> El {
        self.hear(Rc::new(onblur::Wrapper::new(heard)))
    }

    /// Hears the pointer move over the element.
    pub fn on_pointermove(self, heard: Callback<PointerEvent>) -> El {
        self.hear(Rc::new(onpointermove::Wrapper::new(heard)))
    }

    /// Hears the pointer leave the element.
    pub fn on_pointerleave(self, heard: Callback<PointerEvent>) -> El {
        self.hear(Rc::new(onpointerleave::Wrapper::new(heard)))
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, value: AttrValue) -> El {
        self.0.add_attribute(name, value);
        self
    }

    #[inline(never)]
    fn add(mut self, child: Html) -> El {
        self.0.add_child(child);
        self
    }

    #[inline(never)]
    fn hear(mut self, listener: Rc<dyn Listener>) -> El {
        self.0.add_listener(listener);
        self
    }
}

impl From<El> for Html {
    #[inline(never)]
    fn from(element: El) -> Html {
        Html::from(*element.0)
    }
}
