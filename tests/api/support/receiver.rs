//! A receiver of webhooks: a real server that stores requests and responds as the test says.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
};

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    http::StatusCode,
    web::{self, Bytes, Data},
};
use tokio::sync::Notify;

use super::Value;

/// What a receiver does with a request.
#[derive(Clone)]
pub enum Manner {
    Answer(u16),
    /// An answer with a header field.
    With(u16, &'static str, &'static str),
    /// An answer whose body never ends.
    Endless,
    /// No response until it is released.
    Wait(Arc<Notify>),
}

/// A request that came.
#[derive(Clone, Debug)]
pub struct Received {
    pub headers: HashMap<String, String>,
    pub body: String,
}

#[derive(Clone, Default)]
pub struct Receiver {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    manners: Arc<Mutex<VecDeque<Manner>>>,
    arrived: Arc<Notify>,
}

impl Received {
    pub fn event(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn id(&self) -> &str {
        &self.headers["webhook-id"]
    }

    /// Whether one of the signatures is by this secret.
    pub fn is_signed_with(&self, secret: &str) -> bool {
        let timestamp = self.headers["webhook-timestamp"].parse().unwrap();
        let expected = groundwork::webhooks::signature([secret], self.id(), timestamp, &self.body);
        self.headers["webhook-signature"].split(' ').any(|signature| signature == expected)
    }
}

impl Receiver {
    /// A receiver that responds with 204, unless the test says otherwise.
    pub async fn start() -> Self {
        let mut receiver = Self::default();
        let shared = Data::new(receiver.clone());
        let server =
            HttpServer::new(move || App::new().app_data(shared.clone()).default_service(web::to(receive)));
        let server = server.workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
        receiver.url = format!("http://{}/hooks", server.addrs()[0]);
        actix_web::rt::spawn(server.run());
        receiver
    }

    /// Sets how it treats the next requests.
    pub fn will(&self, manners: impl IntoIterator<Item = Manner>) {
        self.manners.lock().unwrap().extend(manners);
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The types of what came, without what they have in common.
    pub fn types(&self) -> Vec<String> {
        let name =
            |event: Value| event["type"].as_str().unwrap().replace("groundwork.", "").replace(".v1", "");
        self.received().iter().map(|received| name(received.event())).collect()
    }

    /// Waits until it has received `count` requests.
    pub async fn has(&self, count: usize) {
        loop {
            let arrived = self.arrived.notified();
            if self.received().len() >= count {
                return;
            }
            arrived.await;
        }
    }
}

async fn receive(request: HttpRequest, body: Bytes, receiver: Data<Receiver>) -> HttpResponse {
    let text = |value: &actix_web::http::header::HeaderValue| value.to_str().unwrap_or_default().to_owned();
    let headers = request.headers().iter().map(|(name, value)| (name.to_string(), text(value))).collect();
    let body = String::from_utf8(body.to_vec()).unwrap();
    receiver.received.lock().unwrap().push(Received { headers, body });
    let manner = receiver.manners.lock().unwrap().pop_front();
    receiver.arrived.notify_waiters();
    receiver.arrived.notify_one();
    match manner {
        None => HttpResponse::NoContent().finish(),
        Some(Manner::Answer(status)) => HttpResponse::build(StatusCode::from_u16(status).unwrap()).finish(),
        Some(Manner::With(status, name, value)) => {
            HttpResponse::build(StatusCode::from_u16(status).unwrap()).insert_header((name, value)).finish()
        }
        Some(Manner::Endless) => {
            let chunk = || Ok::<_, std::io::Error>(Bytes::from_static(&[b'x'; 16 * 1024]));
            HttpResponse::Ok().streaming(futures_util::stream::repeat_with(chunk))
        }
        Some(Manner::Wait(gate)) => {
            gate.notified().await;
            HttpResponse::NoContent().finish()
        }
    }
}
