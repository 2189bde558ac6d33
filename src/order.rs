//! Lists that are kept in order, and values that are kept within a range.
//!
//! A general sort is compiled anew for every type and takes some kilobytes of the download each time; the lists
//! of this app are short, or only their first entries are wanted.

/// Puts an item behind all that do not come after it, and keeps the first `most` items. Items of a list that was
/// built by this function are in order, equal ones in the order in which they came.
pub(crate) fn insert<T>(list: &mut Vec<T>, item: T, most: usize, comes_before: impl Fn(&T, &T) -> bool) {
    let at = list.partition_point(|other| !comes_before(&item, other));
    if at < most {
        list.insert(at, item);
        list.truncate(most);
    }
}

/// The value, or the end of the range that it lies beyond; `low` where it is not a number. Unlike the standard
/// `clamp` it has no panic, whose message alone would bring the formatting of floats for developers along.
#[allow(clippy::manual_clamp)]
pub(crate) fn within(value: f64, low: f64, high: f64) -> f64 {
    value.max(low).min(high)
}

/// The items of a list in order, equal ones as they were.
pub(crate) fn ordered<T>(
    items: impl IntoIterator<Item = T>,
    comes_before: impl Fn(&T, &T) -> bool,
) -> Vec<T> {
    let mut list = Vec::new();
    for item in items {
        insert(&mut list, item, usize::MAX, &comes_before);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_items_keep_their_order() {
        let list = ordered([(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')], |one, two| one.0 < two.0);
        assert_eq!(list, [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }

    #[test]
    fn only_the_first_items_are_kept() {
        let mut list = Vec::new();
        for item in [5, 3, 9, 1, 4] {
            insert(&mut list, item, 3, |one, two| one < two);
        }
        assert_eq!(list, [1, 3, 4]);
    }
}
