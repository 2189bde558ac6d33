//! Names of files, as every system takes them.

/// Most characters of a part: with three bytes to each, a name of some parts stays within what file systems take.
const MOST: usize = 40;

/// A file's name of parts joined by `-`, such as `r13-k1-人口減-20261125.png`.
///
/// What Windows refuses in names, controls and invisible letters are replaced; empty parts are left out. The name
/// begins with the first part, which must be the app's own: a name such as `CON` cannot come about.
pub fn file_name(parts: &[&str], extension: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| safe(part)).filter(|part| !part.is_empty()).collect();
    format!("{}.{extension}", parts.join("-"))
}

fn safe(part: &str) -> String {
    let mut safe = String::new();
    for letter in part.trim().chars().filter(|letter| !unseen(*letter)).take(MOST) {
        let refused = letter.is_control() || letter.is_whitespace() || "\\/:*?\"<>|".contains(letter);
        safe.push(if refused { '_' } else { letter });
    }
    safe.trim_matches(['.', '_', ' ']).to_owned()
}

/// Letters without a shape, some of which turn the reading direction of a whole name.
fn unseen(letter: char) -> bool {
    matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_name_is_one_that_every_system_takes() {
        for (name, expected) in [
            ("人口減ケース", "r13-k1-人口減ケース-20261125.png"),
            ("", "r13-k1-20261125.png"),
            ("a/b\\c:d*e?f\"g<h>i|j", "r13-k1-a_b_c_d_e_f_g_h_i_j-20261125.png"),
            ("../../etc/passwd", "r13-k1-etc_passwd-20261125.png"),
            ("  two  words\t", "r13-k1-two__words-20261125.png"),
            ("ends.", "r13-k1-ends-20261125.png"),
            ("gnp.\u{202E}txt\u{200B}", "r13-k1-gnp.txt-20261125.png"),
            ("\u{0}\n\u{7f}", "r13-k1-20261125.png"),
            ("...", "r13-k1-20261125.png"),
        ] {
            assert_eq!(file_name(&["r13", "k1", name, "20261125"], "png"), expected, "{name:?}");
        }
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = file_name(&["r13", &"鹿".repeat(80), "20261125"], "png");
        assert_eq!(name, format!("r13-{}-20261125.png", "鹿".repeat(40)));
        assert!(name.len() < 255);
    }
}
