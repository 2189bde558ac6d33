//! A workbook as a file.

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule,
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::book::{Allowed, Book, Cell, Content, Figure, LONGEST, Role, Sheet, Shown};

/// The typeface of Japanese spreadsheets, as their programs begin with it.
const FONT: &str = "游ゴシック";
/// Pixels of a row and of a column in it, where nothing else is said.
const ROW: u32 = 25;
const COLUMN: u32 = 72;
/// Points of a line, and most of a row.
const LINE_POINTS: f64 = 18.75;
const MOST_POINTS: f64 = 409.0;
/// A4, as printers number papers.
const A4: u8 = 9;

const INPUT: Color = Color::RGB(0xFFF2CC);
const HEAD: Color = Color::RGB(0xE7EDF4);
const BLUE: Color = Color::RGB(0x1F4E99);
const GREY: Color = Color::RGB(0x6B6B6B);
const LINE: Color = Color::RGB(0xB7BEC8);
const MET: Color = Color::RGB(0x00664D);
const SHORT: Color = Color::RGB(0xB03A00);

/// The bytes of a file.
pub type Written = Result<Vec<u8>, NotWritten>;

/// A workbook that cannot be made a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotWritten {
    /// What the writer of files says, for whoever mends it.
    pub why: String,
}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> NotWritten {
        NotWritten { why: error.to_string() }
    }
}

impl Book {
    /// The bytes of the file; the same for the same workbook.
    ///
    /// # Errors
    /// Where a sheet has a name that no spreadsheet takes, or two have the same.
    pub fn bytes(&self) -> Written {
        let mut workbook = Workbook::new();
        workbook.set_default_format(&plain(), ROW, COLUMN)?;
        let mut properties = DocProperties::new().set_title(self.title.as_str());
        let day = self.created.map(|day| (day.year(), day.month(), day.day()));
        let (year, month, day) = day.unwrap_or((1900, 1, 1));
        let year = u16::try_from(year).unwrap_or(1900);
        properties = properties.set_creation_datetime(&ExcelDateTime::from_ymd(year, month, day)?);
        workbook.set_properties(&properties);
        for sheet in &self.sheets {
            write(workbook.add_worksheet(), sheet, self.verdicts)?;
        }
        Ok(workbook.save_to_buffer()?)
    }
}

fn write(page: &mut Worksheet, sheet: &Sheet, verdicts: [&str; 2]) -> Result<(), XlsxError> {
    page.set_name(sheet.name.as_str())?;
    // Otherwise what comes to an empty text would be shown as 0.
    page.set_formula_result_default("");
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    for (column, width) in (0_u16..).zip(widths(sheet, columns)) {
        page.set_column_width(column, width)?;
    }
    let last_column = u16::try_from(columns).unwrap_or(u16::MAX).saturating_sub(1);
    for (row, cells) in (0_u32..).zip(&sheet.rows) {
        let widths: Vec<f64> = widths(sheet, columns).collect();
        let lines = cells.iter().enumerate().map(|(column, cell)| lines(cell, widths.get(column..))).max();
        if let Some(lines @ 2..) = lines {
            page.set_row_height(row, (LINE_POINTS * f64::from(lines)).min(MOST_POINTS))?;
        }
        for (column, cell) in (0_u16..).zip(cells) {
            write_cell(page, row, column, cell)?;
            if let (Role::Wide, Content::Text(text)) = (cell.role, &cell.content) {
                page.merge_range(row, column, row, last_column, &cut(text), &format(cell))?;
            }
            if cell.role == Role::Verdict {
                colour(page, row, column, verdicts)?;
            }
        }
    }
    let (rows, columns) = sheet.frozen;
    page.set_freeze_panes(rows, columns)?;
    if let Some((first, last)) = sheet.head {
        page.set_repeat_rows(first, last)?;
    }
    // What runs over its cell would make everything smaller.
    let last_row = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX).saturating_sub(1);
    page.set_print_area(0, 0, last_row, last_column)?;
    page.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    page.set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3).set_footer("&L&A&R&P / &N");
    Ok(())
}

/// The width of each column; those beyond the named ones take the last.
fn widths(sheet: &Sheet, columns: usize) -> impl Iterator<Item = f64> + '_ {
    let last = sheet.widths.last().copied();
    sheet.widths.iter().copied().chain(last.into_iter().cycle()).take(columns)
}

/// How many lines a text takes that is broken at the end of its columns. Programs differ in whether they find out.
/// `widths` are those of its own column and of all after it.
fn lines(cell: &Cell, widths: Option<&[f64]>) -> u32 {
    let Content::Text(text) = &cell.content else { return 1 };
    let widths = widths.unwrap_or_default();
    let width: f64 = match cell.role {
        Role::Prose => widths.first().copied().unwrap_or_default(),
        Role::Wide => widths.iter().sum(),
        _ => return 1,
    };
    let taken = |line: &str| {
        let units: f64 = line.chars().map(|letter| if letter.is_ascii() { 1.0 } else { 2.0 }).sum();
        (units / (width - 1.0).max(1.0)).ceil().max(1.0) as u32
    };
    text.lines().map(taken).fold(0, u32::saturating_add)
}

fn write_cell(page: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    let format = format(cell);
    match &cell.content {
        Content::Empty if cell.role == Role::Plain => {}
        Content::Empty => drop(page.write_blank(row, column, &format)?),
        Content::Text(text) => drop(page.write_string_with_format(row, column, cut(text), &format)?),
        Content::Number(value) => drop(page.write_number_with_format(row, column, *value, &format)?),
        Content::Formula { text, shown } => {
            let shown = match shown {
                Shown::Number(value) => value.to_string(),
                Shown::Text(text) => text.clone(),
            };
            let formula = Formula::new(text).set_result(shown);
            page.write_formula_with_format(row, column, formula, &format)?;
        }
    }
    if let Some(allowed) = &cell.allowed {
        page.add_data_validation(row, column, row, column, &validation(allowed)?)?;
    }
    Ok(())
}

/// A text as far as a cell takes it.
fn cut(text: &str) -> String {
    let mut units = 0;
    text.chars()
        .take_while(|letter| {
            units += letter.len_utf16();
            units <= LONGEST
        })
        .collect()
}

fn validation(allowed: &Allowed) -> Result<DataValidation, XlsxError> {
    let validation = DataValidation::new();
    Ok(match allowed {
        Allowed::Words(words) => validation.allow_list_strings(words)?,
        Allowed::Between(least, most) => {
            validation.allow_decimal_number(DataValidationRule::Between(*least, *most))
        }
        Allowed::Whole(least, most) => {
            validation.allow_whole_number(DataValidationRule::Between(*least, *most))
        }
        Allowed::Rule(formula) => validation.allow_custom(Formula::new(formula)),
    })
}

/// Colours a verdict by the word that it comes to, beside the word itself.
fn colour(page: &mut Worksheet, row: u32, column: u16, verdicts: [&str; 2]) -> Result<(), XlsxError> {
    for (word, colour) in verdicts.into_iter().zip([MET, SHORT]) {
        let rule = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(Format::new().set_font_color(colour));
        page.add_conditional_format(row, column, row, column, &rule)?;
    }
    Ok(())
}

fn plain() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_charset(128)
        .set_font_size(11)
        .set_align(FormatAlign::VerticalCenter)
}

fn format(cell: &Cell) -> Format {
    let format = plain();
    let format = match cell.role {
        Role::Plain => format,
        Role::Title => format.set_bold().set_font_size(14),
        Role::Prose | Role::Wide => format.set_text_wrap(),
        Role::Head => format
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_background_color(HEAD)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(LINE),
        Role::Input => format
            .set_background_color(INPUT)
            .set_border(FormatBorder::Thin)
            .set_border_color(LINE)
            .set_unlocked(),
        Role::Known => format.set_bold(),
        Role::Interpolated => format.set_italic().set_font_color(GREY),
        Role::Projected => format.set_font_color(BLUE),
        Role::Reference => format.set_font_color(GREY),
        Role::Verdict => format.set_bold().set_align(FormatAlign::Center),
    };
    // A text that looks like a formula stays a text when somebody edits its cell.
    let format = if matches!(cell.content, Content::Text(_)) { format.set_quote_prefix() } else { format };
    match cell.figure {
        Figure::General => format,
        Figure::Decimals(decimals) => format.set_num_format(digits("#,##0", decimals)),
        Figure::Edited(decimals) => format.set_num_format(digits("#,##0", decimals) + "\"†\""),
        Figure::Signed(decimals) => {
            let number = digits("#,##0", decimals);
            format.set_num_format(format!("+{number};-{number};{}", digits("0", decimals)))
        }
        Figure::Percent(decimals) => format.set_num_format(digits("0", decimals) + "%"),
    }
}

fn digits(whole: &str, decimals: u8) -> String {
    match decimals {
        0 => whole.to_owned(),
        some => format!("{whole}.{}", "0".repeat(usize::from(some))),
    }
}
