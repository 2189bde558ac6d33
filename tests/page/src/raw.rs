//! Commands of the drivers that have no name in the library.

use anyhow::Result;
use http::Method;
use serde_json::Value;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId, WebDriver};

/// A command by the end of its address.
#[derive(Debug)]
struct Raw(&'static str, Value);

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/{}", self.0)).add_body(self.1.clone())
    }
}

/// Posts a command.
pub(crate) async fn post(driver: &WebDriver, path: &'static str, body: Value) -> Result<()> {
    driver.handle().cmd(Raw(path, body)).await?;
    Ok(())
}
