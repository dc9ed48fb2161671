//! The service as a process of its own, for what only a process can show.

use std::{
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
};

/// A running `groundwork`, ended with the test.
pub struct Process {
    child: Child,
    /// Where it serves, as in `http://127.0.0.1:4711`.
    pub base: String,
}

impl Process {
    /// Starts a command that serves, and waits until it says where.
    pub fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_groundwork"))
            .args(arguments)
            .args(["--bind", "127.0.0.1:0", "--log-format", "json"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut log = BufReader::new(child.stderr.take().unwrap());
        let mut seen = String::new();
        let address = loop {
            let mut line = String::new();
            assert!(log.read_line(&mut line).unwrap() > 0, "it ended instead of serving:\n{seen}");
            if let Some((_, rest)) = line.split_once(r#""address":""#) {
                break rest.split('"').next().unwrap().to_owned();
            }
            seen.push_str(&line);
        };
        std::thread::spawn(move || log.read_to_end(&mut Vec::new()));
        Self { child, base: format!("http://{address}") }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits until it ends by itself; whether it ended well.
    pub fn ends(mut self) -> bool {
        self.child.wait().unwrap().success()
    }

    /// Ends it as a power cut would: nothing of it runs any more.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
