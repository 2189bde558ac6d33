//! The address bar follows the scenario, and Back leaves dialogs and screens.
//!
//! What is on screen is written over the present entry of the browser's history; only dialogs and screens add one.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use yew::Callback;

use crate::codec::link;
use crate::model::Scenario;
use crate::platform::address;
use crate::state::{AppState, Notice};

/// Milliseconds from the last change to its being in the address, together with those before it. Safari takes
/// a hundred changes in thirty seconds. Screens, slides and what is compared, which change seldom, are there at once.
const AFTER: u32 = 400;

/// Another entry of the history has come on screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Moved {
    /// One that the page wrote, so many steps from the desk.
    Within(usize),
    /// One with a fragment that somebody else wrote.
    To(String),
}

/// Writes the states it is handed into the address until dropped.
pub struct Address {
    desk: Rc<RefCell<Desk>>,
    _on_move: Option<EventListener>,
}

struct Desk {
    latest: AppState,
    /// The depth of the history's entry on screen.
    depth: usize,
    timer: Option<Timeout>,
}

/// What the address says of a state.
pub fn fragment(state: &AppState) -> String {
    link::encode(&state.plan, &state.scenario, &state.view.shown())
}

/// The whole link to a scenario, seen as the state has it; `None` where the page has no address that others could open.
pub fn link_to(state: &AppState, scenario: &Scenario) -> Option<String> {
    let fragment = link::encode(&state.plan, scenario, &state.view.shown());
    address::base().map(|base| [&base, "#", &fragment].concat())
}

/// Follows from this state on. The address is left as it is where there is nothing to say yet, and where it holds a
/// link that is not in force: loading the page again then tries that link again. A screen that a link opened gets an
/// entry of its own.
pub fn begin(state: &AppState, moved: Callback<Moved>) -> Address {
    let desk = Rc::new(RefCell::new(Desk { latest: state.clone(), depth: 0, timer: None }));
    let at_start = state.scenario.says_the_same(&Scenario::hold(&state.plan)) && state.view.depth() == 0;
    if !at_start && !state.notices.iter().any(Notice::is_of_waiting_link) {
        let mut desk = desk.borrow_mut();
        desk.depth = address::depth().unwrap_or(0).min(state.view.depth());
        desk.write();
        desk.step(state);
    }
    let heard = Rc::clone(&desk);
    let on_move = address::on_move(move || {
        let depth = address::depth();
        heard.borrow_mut().depth = depth.unwrap_or(0);
        moved.emit(match depth {
            Some(depth) => Moved::Within(depth),
            None => Moved::To(address::fragment()),
        });
        wait(&heard, 0);
    });
    Address { desk, _on_move: on_move }
}

/// Brings the address to where the state is.
pub fn follow(address: &Address, state: &AppState) {
    let before = {
        let mut desk = address.desk.borrow_mut();
        if desk.latest.view.depth() != state.view.depth() {
            desk.step(state);
        }
        std::mem::replace(&mut desk.latest, state.clone())
    };
    let (shown, shown_before) = (state.view.shown(), before.view.shown());
    if !Rc::ptr_eq(&before.scenario, &state.scenario) || shown != shown_before {
        // Whoever turns to another slide and loads the page again sees that slide; and no address tells of other numbers
        // of the plan than those that are seen.
        let other_plan = !Rc::ptr_eq(&before.plan, &state.plan);
        if other_plan || shown.screen != shown_before.screen || shown.compared != shown_before.compared {
            address.desk.borrow().write();
        }
        wait(&address.desk, AFTER);
    }
}

/// Writes in so many milliseconds, and not when it was due before.
fn wait(desk: &Rc<RefCell<Desk>>, delay: u32) {
    let waiting = Rc::clone(desk);
    let timer = Timeout::new(delay, move || {
        let mut desk = waiting.borrow_mut();
        desk.timer = None;
        desk.write();
    });
    desk.borrow_mut().timer = Some(timer);
}

impl Desk {
    fn write(&self) {
        address::replace(&fragment(&self.latest), self.depth);
    }

    /// Adds an entry for a dialog or a screen that has opened, and goes back over those that have closed.
    fn step(&mut self, next: &AppState) {
        let depth = next.view.depth();
        if depth > self.depth {
            // The entry that Back leads to is marked as the page's own.
            self.write();
            address::push(&fragment(next), depth);
        } else if depth < self.depth {
            address::back(self.depth - depth);
        }
        self.depth = depth;
    }
}
