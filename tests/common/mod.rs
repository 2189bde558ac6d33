//! Small plans and short ways to ask the model, for every test of numbers.

// Each test file is a crate of its own and uses a part of this one.
#![allow(dead_code)]

use std::sync::OnceLock;

use r13_simulator::model::{
    Actual, ActualStatus, Actuals, Case, Entry, Growth, IndicatorOutlook, Inputs, Mode, Rate, Scenario,
};
use r13_simulator::plan::{
    Direction, FiscalYear, Indicator, Measure, Origin, Pillar, Plan, PlanPoint, Point, Sourced, Text, bundled,
};

/// An indicator under construction, with what the user says of it.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub plan: Plan,
    pub inputs: Inputs,
}

pub fn year(western: i32) -> FiscalYear {
    FiscalYear::new(western).expect("a year the app takes")
}

pub fn rate(hundredths: i64) -> Rate {
    Rate::from_hundredths(hundredths)
}

pub fn point((western, value): (i32, f64)) -> Point {
    Point { year: year(western), value }
}

pub fn stated<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: Origin::Stated }
}

pub fn inferred<T>(value: T) -> Sourced<T> {
    Sourced { value, origin: Origin::Inferred }
}

pub fn plan_point((western, value): (i32, f64)) -> PlanPoint {
    PlanPoint { value: stated(value), year: stated(year(western)) }
}

pub fn kagoshima() -> Plan {
    static PLAN: OnceLock<Plan> = OnceLock::new();
    PLAN.get_or_init(|| bundled().expect("the bundled plan is sound")).clone()
}

/// An at-least indicator of the first pillar.
pub fn indicator(id: &str, measure: Measure, base: Option<(i32, f64)>, target: (i32, f64)) -> Indicator {
    Indicator {
        id: id.to_owned(),
        pillar: Some(0),
        name: Text { ja: id.to_owned(), en: id.to_owned() },
        aim: None,
        unit: Text::default(),
        decimals: 0,
        measure: inferred(measure),
        direction: Direction::AtLeast,
        base: base.map(plan_point),
        target: plan_point(target),
        method: None,
        note: None,
        note_origin: Origin::Stated,
    }
}

/// A plan of the years 2022, 2026 and 2031 with this many pillars, holding the indicators.
pub fn plan_of(pillars: usize, indicators: Vec<Indicator>) -> Plan {
    let pillar = |index: usize| Pillar {
        id: format!("pillar-{index}"),
        mark: Text::default(),
        name: Text::default(),
        short: Text::default(),
        summary: Text::default(),
        indicators: (0..indicators.len()).filter(|at| indicators[*at].pillar == Some(index)).collect(),
    };
    Plan {
        id: "sketch".to_owned(),
        name: Text::default(),
        body: Text::default(),
        vision: Text::default(),
        source: Text::default(),
        first: stated(year(2022)),
        review: stated(year(2026)),
        last: stated(year(2031)),
        pillars: (0..pillars).map(pillar).collect(),
        foundation: None,
        priority: None,
        indicators,
        removed: Vec::new(),
    }
}

/// Shares start in points, everything else in percent.
pub fn sketch(measure: Measure, base: (i32, f64), target: (i32, f64)) -> Sketch {
    sketch_of(indicator("one", measure, Some(base), target))
}

pub fn sketch_of(indicator: Indicator) -> Sketch {
    let inputs = Inputs::hold(&indicator);
    Sketch { plan: plan_of(1, vec![indicator]), inputs }
}

/// One indicator of the bundled plan.
pub fn of_kagoshima(id: &str) -> Sketch {
    let plan = kagoshima();
    let at = plan.position(id).expect("an id of the plan");
    let inputs = Inputs::hold(&plan.indicators[at]);
    Sketch { plan: Plan { indicators: vec![plan.indicators[at].clone()], ..plan }, inputs }
}

impl Sketch {
    pub fn indicator(&self) -> &Indicator {
        &self.plan.indicators[0]
    }

    pub fn measure(&self) -> Measure {
        self.inputs.measure(self.indicator())
    }

    pub fn at_most(mut self) -> Sketch {
        self.plan.indicators[0].direction = Direction::AtMost;
        self
    }

    pub fn without_base(mut self) -> Sketch {
        self.plan.indicators[0].base = None;
        self
    }

    pub fn assuming(mut self, base: (i32, f64)) -> Sketch {
        self.inputs.assumed_base = Some(point(base));
        self
    }

    pub fn in_mode(mut self, mode: Mode) -> Sketch {
        self.inputs.growth.mode = mode;
        self
    }

    /// In hundredths, in both halves.
    pub fn at(self, hundredths: i64) -> Sketch {
        self.in_halves(hundredths, hundredths)
    }

    /// In hundredths.
    pub fn in_halves(mut self, early: i64, late: i64) -> Sketch {
        self.inputs.growth.early = rate(early);
        self.inputs.growth.late = rate(late);
        self
    }

    pub fn growing(mut self, growth: Growth) -> Sketch {
        self.inputs.growth = growth;
        self
    }

    pub fn with_actuals(mut self, actuals: &[Actual]) -> Sketch {
        let first = self.plan.first.value;
        self.inputs.actuals = Actuals::new(actuals.to_vec(), self.measure(), first).expect("sound results");
        self
    }

    pub fn outlook(&self) -> IndicatorOutlook {
        IndicatorOutlook::new(&self.plan, self.indicator(), &self.inputs)
    }

    pub fn case(&self) -> Case<'_> {
        Case::new(&self.plan, self.indicator(), &self.inputs)
    }

    /// The outcome at the target year, where there is one.
    pub fn outcome(&self) -> Option<f64> {
        self.outlook().outcome.map(|outcome| outcome.value)
    }
}

/// A yearly result.
pub fn actual(western: i32, value: f64) -> Actual {
    Actual {
        year: year(western),
        value,
        entry: Entry::Yearly,
        status: ActualStatus::Final,
        source: String::new(),
        series_break: false,
    }
}

/// A running total from the plan's first year.
pub fn total(western: i32, value: f64) -> Actual {
    Actual { entry: Entry::Total, ..actual(western, value) }
}

/// 現状維持 with the inputs of some indicators replaced.
pub fn scenario_with(plan: &Plan, mut change: impl FnMut(&Indicator, &mut Inputs)) -> Scenario {
    let mut scenario = Scenario::hold(plan);
    for (index, indicator) in plan.indicators.iter().enumerate() {
        let mut inputs = Inputs::hold(indicator);
        change(indicator, &mut inputs);
        scenario.set(index, inputs);
    }
    scenario
}

/// Changes what a scenario says of one indicator.
pub fn edit(scenario: &mut Scenario, plan: &Plan, id: &str, change: impl FnOnce(&mut Inputs)) {
    let at = plan.position(id).unwrap();
    let mut inputs = (**scenario.inputs(at).unwrap()).clone();
    change(&mut inputs);
    scenario.set(at, inputs);
}

/// Whether two numbers agree to `relative` of the larger.
pub fn close(one: f64, two: f64, relative: f64) -> bool {
    one == two || (one - two).abs() <= relative * one.abs().max(two.abs())
}

#[track_caller]
pub fn assert_close(found: f64, expected: f64, relative: f64) {
    assert!(close(found, expected, relative), "{found:?} instead of {expected:?}");
}

/// Every number of an outlook, with a name for it.
pub fn numbers(outlook: &IndicatorOutlook) -> Vec<(&'static str, f64)> {
    let mut numbers = vec![];
    let mut add = |name, value: Option<f64>| numbers.extend(value.map(|value| (name, value)));
    add("outcome", outlook.outcome.map(|outcome| outcome.value));
    add("gap", outlook.gap);
    add("progress", outlook.progress);
    add("ratio", outlook.ratio);
    add("required", outlook.required.ok());
    add("required late", outlook.required_late.ok());
    add("past pace", outlook.past_pace);
    for point in outlook.path.iter().flat_map(|path| &path.points) {
        add("value", Some(point.value));
        add("total", Some(point.total));
    }
    numbers
}

#[track_caller]
pub fn assert_finite(outlook: &IndicatorOutlook) {
    for (name, value) in numbers(outlook) {
        assert!(value.is_finite(), "{name} is {value}");
    }
}
