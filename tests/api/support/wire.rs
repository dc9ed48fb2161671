//! A proxy between the service and a PostgreSQL server that can be cut or go silent.

use std::{
    io::{self, Read, Write},
    net::{Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex},
    thread,
};

use url::Url;

pub struct Wire {
    /// The address of a database at its end.
    pub url: String,
    line: Arc<Line>,
}

#[derive(Default)]
struct Line {
    condition: Mutex<Condition>,
    changed: Condvar,
    open: Mutex<Vec<TcpStream>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Condition {
    #[default]
    Carries,
    /// Data is accepted and not forwarded.
    Silent,
    /// New connections are closed at once.
    Cut,
}

impl Wire {
    /// To the database at `url`.
    pub fn to(url: &str) -> Self {
        let mut url: Url = url.parse().unwrap();
        let server = url.socket_addrs(|| Some(5432)).unwrap()[0];
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        url.set_host(Some("127.0.0.1")).unwrap();
        url.set_port(Some(listener.local_addr().unwrap().port())).unwrap();
        let line = Arc::<Line>::default();
        let carrier = Arc::clone(&line);
        thread::spawn(move || {
            for client in listener.incoming() {
                // If one side closes, the other is closed too.
                let _ = carrier.connect(client.unwrap(), server);
            }
        });
        Self { url: url.into(), line }
    }

    /// Accepts data and forwards nothing.
    pub fn falls_silent(&self) {
        self.line.becomes(Condition::Silent);
    }

    /// Closes all connections, and new ones at once.
    pub fn is_cut(&self) {
        self.line.becomes(Condition::Cut);
        for end in self.line.open.lock().unwrap().drain(..) {
            let _ = end.shutdown(Shutdown::Both);
        }
    }

    pub fn is_mended(&self) {
        self.line.becomes(Condition::Carries);
    }
}

impl Line {
    fn becomes(&self, condition: Condition) {
        *self.condition.lock().unwrap() = condition;
        self.changed.notify_all();
    }

    fn connect(self: &Arc<Self>, client: TcpStream, server: SocketAddr) -> io::Result<()> {
        if *self.condition.lock().unwrap() == Condition::Cut {
            return Ok(());
        }
        let server = TcpStream::connect(server)?;
        self.open.lock().unwrap().extend([client.try_clone()?, server.try_clone()?]);
        for (from, to) in [(client.try_clone()?, server.try_clone()?), (server, client)] {
            let line = Arc::clone(self);
            thread::spawn(move || line.carry(from, to));
        }
        Ok(())
    }

    fn carry(&self, mut from: TcpStream, mut to: TcpStream) -> io::Result<()> {
        let mut buffer = [0; 16_384];
        loop {
            let read = from.read(&mut buffer)?;
            let condition = self.condition.lock().unwrap();
            drop(self.changed.wait_while(condition, |condition| *condition == Condition::Silent).unwrap());
            if read == 0 {
                return to.shutdown(Shutdown::Write);
            }
            to.write_all(&buffer[..read])?;
        }
    }
}
