//! A lossy network: a proxy between clients and the service that closes connections at random.

use std::{
    io::{self, Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

use super::Numbers;

pub struct Proxy {
    pub address: SocketAddr,
    /// The fate of each request so far.
    met: Arc<Mutex<Vec<Fate>>>,
}

/// The fate of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Answered,
    /// It never arrives.
    Lost,
    /// A part of it arrives.
    Cut,
    /// It arrives, and its connection is closed before the response.
    Abandoned,
    AnswerLost,
    AnswerCut,
}

impl Fate {
    pub const ALL: [Self; 6] =
        [Self::Answered, Self::Lost, Self::Cut, Self::Abandoned, Self::AnswerLost, Self::AnswerCut];
}

impl Proxy {
    /// In front of several replicas.
    pub fn start(services: Vec<SocketAddr>, mut numbers: Numbers) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let met = Arc::new(Mutex::new(Vec::new()));
        let fates = Arc::clone(&met);
        thread::spawn(move || {
            for client in listener.incoming() {
                let fate = Fate::ALL[numbers.below(6) as usize];
                let service = services[numbers.below(services.len() as u64) as usize];
                let part = numbers.below(100) as usize;
                fates.lock().unwrap().push(fate);
                // If the service closes its side, the client's side is closed too.
                thread::spawn(move || carry(client?, service, fate, part));
            }
        });
        Self { address, met }
    }

    /// The number of requests with this fate.
    pub fn count(&self, fate: Fate) -> usize {
        self.met.lock().unwrap().iter().filter(|met| **met == fate).count()
    }
}

/// Carries a request and its answer, as far as they get: of what is cut, so many hundredths arrive.
fn carry(mut client: TcpStream, service: SocketAddr, fate: Fate, part: usize) -> io::Result<()> {
    let request = read_request(&mut client)?;
    if fate == Fate::Lost {
        return Ok(());
    }
    let mut service = TcpStream::connect(service)?;
    if fate == Fate::Cut {
        return service.write_all(&request[..request.len() * part / 100]);
    }
    service.write_all(&request)?;
    if fate == Fate::Abandoned {
        return Ok(());
    }
    let mut answer = Vec::new();
    service.read_to_end(&mut answer)?;
    match fate {
        Fate::AnswerLost => Ok(()),
        Fate::AnswerCut => client.write_all(&answer[..answer.len() * part / 100]),
        _ => client.write_all(&answer),
    }
}

/// A request, whose body is as long as its head says.
fn read_request(client: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let head = request.windows(4).position(|end| end == b"\r\n\r\n");
        if let Some(head) = head {
            let text = String::from_utf8_lossy(&request[..head]).to_lowercase();
            let length = text.lines().find_map(|line| line.strip_prefix("content-length: "));
            if request.len() >= head + 4 + length.unwrap().parse::<usize>().unwrap() {
                return Ok(request);
            }
        }
        match client.read(&mut buffer)? {
            0 => return Err(io::ErrorKind::UnexpectedEof.into()),
            read => request.extend(&buffer[..read]),
        }
    }
}
