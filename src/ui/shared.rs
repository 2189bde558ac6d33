//! Values that components share and compare by pointer.

use std::ops::Deref;
use std::rc::Rc;

use yew::html::ImplicitClone;

/// A shared value. Two are equal when they are the very same one: comparing what they hold would walk it at
/// every render.
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares a value that is shared already.
    pub fn new(value: &Rc<T>) -> Shared<T> {
        Shared(Rc::clone(value))
    }

    /// The value, for whom shares it further.
    pub fn into_rc(self) -> Rc<T> {
        self.0
    }

    /// The value, to be shared further.
    pub fn rc(&self) -> Rc<T> {
        Rc::clone(&self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        Shared(Rc::clone(&self.0))
    }
}

impl<T> ImplicitClone for Shared<T> {}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Shared<T>) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
