//! What every endpoint does alike.

mod bodies;
mod conditions;
mod headers;
mod limits;
mod names;
mod pages;
mod problems;
mod queries;
mod retries;
mod streams;
