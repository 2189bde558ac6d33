//! A browser session, spoken to in the browser's own protocol.

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use ureq::Agent;

/// A session of ChromeDriver's; the browser closes when it is dropped.
pub struct Session {
    agent: Agent,
    address: String,
}

impl Session {
    /// Opens a browser with a fresh profile.
    ///
    /// # Errors
    /// Where the driver does not answer or the browser does not start.
    pub fn open(driver: &str, capabilities: &Value) -> Result<Session> {
        let agent = Agent::new_with_config(Agent::config_builder().http_status_as_error(false).build());
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer =
            post(&agent, &format!("{driver}/session"), &body).context("the browser does not start")?;
        let id =
            answer.pointer("/sessionId").and_then(Value::as_str).context("the driver names no session")?;
        Ok(Session { address: format!("{driver}/session/{id}"), agent })
    }

    /// Sends one command of the protocol.
    ///
    /// # Errors
    /// Where the browser refuses it.
    pub fn send(&self, command: &str, parameters: Value) -> Result<Value> {
        let body = json!({ "cmd": command, "params": parameters });
        post(&self.agent, &format!("{}/goog/cdp/execute", self.address), &body)
            .with_context(|| command.to_owned())
    }

    /// The value of an expression in the page; a promise is awaited.
    ///
    /// # Errors
    /// Where the expression throws.
    pub fn evaluate(&self, expression: &str) -> Result<Value> {
        let parameters = json!({ "expression": expression, "awaitPromise": true, "returnByValue": true });
        let answer = self.send("Runtime.evaluate", parameters)?;
        if let Some(fault) = answer.get("exceptionDetails") {
            bail!("`{expression}` throws {fault}");
        }
        Ok(answer.pointer("/result/value").cloned().unwrap_or_default())
    }

    /// The number an expression comes to.
    ///
    /// # Errors
    /// Where it comes to anything else.
    pub fn number(&self, expression: &str) -> Result<f64> {
        self.evaluate(expression)?.as_f64().with_context(|| format!("`{expression}` is no number"))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The driver closes what is left when it ends itself.
        let _ = self.agent.delete(&self.address).call();
    }
}

fn post(agent: &Agent, address: &str, body: &Value) -> Result<Value> {
    let mut response = agent.post(address).content_type("application/json").send(body.to_string())?;
    let answer: Value = serde_json::from_str(&response.body_mut().read_to_string()?)?;
    let value = answer.get("value").cloned().unwrap_or_default();
    ensure!(response.status().is_success(), "the driver answers {value}");
    Ok(value)
}
