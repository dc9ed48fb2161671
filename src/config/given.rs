//! Which settings are given, whatever their value.

use clap::{ArgMatches, Args, Command, Error, FromArgMatches, parser::ValueSource};

/// The ids of the arguments that the command line or the environment gives, also those that equal the default.
#[derive(Clone, Debug, Default)]
pub struct Given(Vec<String>);

impl Given {
    pub fn has(&self, id: &str) -> bool {
        self.0.iter().any(|given| given == id)
    }
}

impl FromArgMatches for Given {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let is_given = |id: &str| {
            matches!(matches.value_source(id), Some(ValueSource::CommandLine | ValueSource::EnvVariable))
        };
        let ids = matches.ids().map(clap::Id::as_str).filter(|id| is_given(id));
        Ok(Self(ids.map(str::to_owned).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// It has no arguments of its own.
impl Args for Given {
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}
