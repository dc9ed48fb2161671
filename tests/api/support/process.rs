//! The service as a separate process, for tests of start, end and output.

use std::{
    io::{BufRead, BufReader},
    process::{Child, ChildStderr, Command, Stdio},
    sync::{Arc, Condvar, Mutex},
};

use super::{TestApp, Value};

/// A running `groundwork` process, killed at the end of the test.
pub struct Process {
    child: Child,
    log: Arc<Log>,
    /// Address of the API, such as `http://127.0.0.1:4711`.
    pub base: String,
    /// Address of the operations port, in the same form; empty if it is closed.
    pub operations: String,
}

/// What a process has logged so far.
#[derive(Default)]
struct Log {
    said: Mutex<Said>,
    more: Condvar,
}

#[derive(Default)]
struct Said {
    lines: Vec<String>,
    ended: bool,
}

impl Process {
    /// Starts a command and waits until it logs its address.
    pub fn start(arguments: &[&str]) -> Self {
        Self::start_in(&[], &[arguments, &["--operations-bind", "127.0.0.1:0"]].concat())
    }

    /// With some variables of the environment, and nothing said about the operations port.
    pub fn start_in(environment: &[(&str, &str)], arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_groundwork"))
            .args(arguments)
            .args(["--bind", "127.0.0.1:0", "--log-format", "json"])
            .envs(environment.iter().copied())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Arc::new(Log::default());
        let (stderr, reader) = (child.stderr.take().unwrap(), Arc::clone(&log));
        std::thread::spawn(move || reader.read(stderr));
        let mut process = Self { child, log, base: String::new(), operations: String::new() };
        let address = |line: &Value, name: &str| Some(format!("http://{}", line[name].as_str()?));
        process.base = address(&process.says(r#""address":"#), "address").unwrap();
        let told = process.log().iter().find_map(|line| address(line, "operations"));
        process.operations = told.unwrap_or_default();
        process
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until a line of the log has these words.
    pub fn says(&self, words: &str) -> Value {
        let mut said = self.log.said.lock().unwrap();
        loop {
            if let Some(line) = said.lines.iter().find(|line| line.contains(words)) {
                return serde_json::from_str(line).unwrap();
            }
            assert!(!said.ended, "it ended without saying {words}:\n{}", said.lines.join("\n"));
            said = self.log.more.wait(said).unwrap();
        }
    }

    /// The lines of the log so far, but for those that are not of it.
    pub fn log(&self) -> Vec<Value> {
        let said = self.log.said.lock().unwrap();
        said.lines.iter().filter_map(|line| serde_json::from_str(line).ok()).collect()
    }

    /// Sends SIGTERM.
    pub fn is_told_to_stop(&self) {
        self.is_told("TERM");
    }

    pub fn is_told(&self, signal: &str) {
        let told = Command::new("kill").args(["-s", signal, &self.id().to_string()]).status().unwrap();
        assert!(told.success());
    }

    /// Waits until it exits; returns whether it succeeded.
    pub fn ends(mut self) -> bool {
        self.child.wait().unwrap().success()
    }

    /// Waits until it exits successfully; returns its log.
    pub fn ends_well(mut self) -> Vec<Value> {
        assert!(self.child.wait().unwrap().success(), "it did not end well");
        let said = self.log.said.lock().unwrap();
        drop(self.log.more.wait_while(said, |said| !said.ended).unwrap());
        self.log()
    }

    /// Kills it (SIGKILL), as a power failure would.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Log {
    fn read(&self, stderr: ChildStderr) {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            self.said.lock().unwrap().lines.push(line);
            self.more.notify_all();
        }
        self.said.lock().unwrap().ended = true;
        self.more.notify_all();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The error message of a command that fails to start. One that starts after all is killed.
pub fn refuses(environment: &[(&str, &str)], arguments: &[&str]) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_groundwork"))
        .args(arguments)
        .envs(environment.iter().copied())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = Vec::new();
    for line in BufReader::new(child.stderr.take().unwrap()).lines().map_while(Result::ok) {
        if line.contains("serving; the documentation") {
            child.kill().unwrap();
        }
        lines.push(line);
    }
    let status = child.wait().unwrap();
    let said = lines.join("\n");
    assert!(!status.success() && !said.contains("serving; the documentation"), "it started: {said}");
    said
}

/// Runs `groundwork check` on the database of a test: whether it succeeded, and what it printed.
pub fn check(app: &TestApp) -> (bool, String) {
    let url = format!("--database-url={}", app.database().url);
    let output = Command::new(env!("CARGO_BIN_EXE_groundwork")).args(["check", &url]).output().unwrap();
    (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}
