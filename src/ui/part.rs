//! Pieces of the page.
//!
//! A Yew component needs machinery of its own for each type, some kilobytes of it. Here one component carries
//! every piece of the page, whatever its type, so that the machinery is downloaded once. It leaves a piece alone
//! while its fields are the same.

use std::any::Any;
use std::marker::PhantomData;
use std::rc::Rc;

use web_sys::Element;
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp};

/// A piece of the page that follows from its fields alone.
pub trait Part: PartialEq + 'static {
    /// What the piece looks like.
    fn view(&self) -> Html;
}

/// A piece of the page that keeps something beside its fields.
pub trait Live: PartialEq + Sized + 'static {
    /// What it keeps.
    type State: 'static;
    /// What it hears.
    type Message: 'static;

    /// What it keeps at first.
    fn start(&self, link: &Link<Self>) -> Self::State;

    /// What the piece looks like.
    fn view(&self, state: &Self::State, link: &Link<Self>) -> Html;

    /// Follows a message; whether the piece has to be viewed again.
    fn update(&self, state: &mut Self::State, message: Self::Message) -> bool;

    /// Follows a change of its fields, before it is viewed again.
    fn changed(&self, _before: &Self, _state: &mut Self::State) {}

    /// Acts on what is in the page now, for the first time or again.
    fn shown(&self, _state: &mut Self::State, _link: &Link<Self>, _first: bool) {}
}

/// The way of messages to a piece.
pub struct Link<L> {
    scope: Scope<Carrier>,
    of: PhantomData<L>,
}

impl<L: Live> Link<L> {
    fn new(context: &Context<Carrier>) -> Link<L> {
        Link { scope: context.link().clone(), of: PhantomData }
    }

    /// Sends what the function makes of an event, if anything.
    pub fn on<E>(&self, message: impl Fn(E) -> Option<L::Message> + 'static) -> Callback<E> {
        let scope = self.scope.clone();
        Callback::from(move |event| {
            if let Some(message) = message(event) {
                send(&scope, Box::new(message));
            }
        })
    }
}

#[inline(never)]
fn send(scope: &Scope<Carrier>, message: Box<dyn Any>) {
    scope.send_message(message);
}

/// Puts a piece into the page.
pub fn part<P: Part>(piece: P) -> Html {
    carried(None, Rc::new(piece))
}

/// Puts a piece into a list of the page, where the key keeps it the same one when the list changes.
pub fn keyed<P: Part>(key: impl Into<Key>, piece: P) -> Html {
    carried(Some(key.into()), Rc::new(piece))
}

/// Puts a piece with a state into the page.
pub fn live<L: Live>(piece: L) -> Html {
    carried(None, Rc::new(Alive(piece)))
}

/// Makes a piece the whole of an element of the document.
pub fn mount<L: Live>(root: Element, piece: L) {
    yew::Renderer::<Carrier>::with_root_and_props(root, Cargo { piece: Rc::new(Alive(piece)) }).render();
}

fn carried(key: Option<Key>, piece: Rc<dyn Erased>) -> Html {
    VComp::new::<Carrier>(Rc::new(Cargo { piece }), key).into()
}

/// A piece without its type.
trait Erased {
    fn as_any(&self) -> &dyn Any;
    fn is_same(&self, other: &dyn Erased) -> bool;
    fn view(&self, state: &dyn Any, context: &Context<Carrier>) -> Html;

    fn start(&self, _context: &Context<Carrier>) -> Box<dyn Any> {
        Box::new(())
    }

    fn update(&self, _state: &mut dyn Any, _message: Box<dyn Any>) -> bool {
        false
    }

    fn changed(&self, _before: &dyn Erased, _state: &mut dyn Any) {}

    fn shown(&self, _state: &mut dyn Any, _context: &Context<Carrier>, _first: bool) {}
}

impl<P: Part> Erased for P {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn is_same(&self, other: &dyn Erased) -> bool {
        other.as_any().downcast_ref::<P>().is_some_and(|other| self == other)
    }

    fn view(&self, _state: &dyn Any, _context: &Context<Carrier>) -> Html {
        Part::view(self)
    }
}

/// A piece with a state.
struct Alive<L>(L);

impl<L: Live> Erased for Alive<L> {
    fn as_any(&self) -> &dyn Any {
        &self.0
    }

    fn is_same(&self, other: &dyn Erased) -> bool {
        other.as_any().downcast_ref::<L>().is_some_and(|other| self.0 == *other)
    }

    fn start(&self, context: &Context<Carrier>) -> Box<dyn Any> {
        Box::new(self.0.start(&Link::new(context)))
    }

    fn view(&self, state: &dyn Any, context: &Context<Carrier>) -> Html {
        let state = state.downcast_ref();
        state.map(|state| self.0.view(state, &Link::new(context))).unwrap_or_default()
    }

    fn update(&self, state: &mut dyn Any, message: Box<dyn Any>) -> bool {
        match (state.downcast_mut(), message.downcast()) {
            (Some(state), Ok(message)) => self.0.update(state, *message),
            _ => false,
        }
    }

    fn changed(&self, before: &dyn Erased, state: &mut dyn Any) {
        if let (Some(before), Some(state)) = (before.as_any().downcast_ref(), state.downcast_mut()) {
            self.0.changed(before, state);
        }
    }

    fn shown(&self, state: &mut dyn Any, context: &Context<Carrier>, first: bool) {
        if let Some(state) = state.downcast_mut() {
            self.0.shown(state, &Link::new(context), first);
        }
    }
}

#[derive(Properties)]
struct Cargo {
    piece: Rc<dyn Erased>,
}

impl PartialEq for Cargo {
    fn eq(&self, other: &Cargo) -> bool {
        self.piece.is_same(&*other.piece)
    }
}

/// The component that carries one piece.
struct Carrier {
    state: Box<dyn Any>,
    /// Whether the piece has not been in the page yet.
    first: bool,
}

impl Component for Carrier {
    type Message = Box<dyn Any>;
    type Properties = Cargo;

    fn create(context: &Context<Carrier>) -> Carrier {
        Carrier { state: context.props().piece.start(context), first: true }
    }

    fn update(&mut self, context: &Context<Carrier>, message: Box<dyn Any>) -> bool {
        context.props().piece.update(&mut *self.state, message)
    }

    fn changed(&mut self, context: &Context<Carrier>, before: &Cargo) -> bool {
        let piece = &context.props().piece;
        if piece.as_any().type_id() == before.piece.as_any().type_id() {
            piece.changed(&*before.piece, &mut *self.state);
        } else {
            *self = <Carrier as Component>::create(context);
        }
        true
    }

    fn view(&self, context: &Context<Carrier>) -> Html {
        context.props().piece.view(&*self.state, context)
    }

    fn rendered(&mut self, context: &Context<Carrier>, _: bool) {
        let first = std::mem::take(&mut self.first);
        context.props().piece.shown(&mut *self.state, context, first);
    }
}
