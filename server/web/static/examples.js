// Queries to start from. Each runs as it stands.

export const examples = [
  {
    title: "Who has To Lam met?",
    query: `query WhoHasMet($name: String!) {
  person(name: $name) {
    name
    country { name }
    met(first: 20) {
      totalCount
      edges {
        date
        place
        node { name country { name } }
        evidence(first: 1) {
          quote
          article { title url published }
        }
      }
    }
  }
}
`,
    variables: { name: "To Lam" },
  },
  {
    title: "Find a person in any spelling",
    query: `{
  persons(search: "poutine", first: 5) {
    edges { node { id name aliases country { name } reports } }
  }
}
`,
  },
  {
    title: "How are two people connected?",
    query: `query HowConnected($from: PersonRef!, $to: PersonRef!) {
  paths(from: $from, to: $to, first: 3) {
    complete
    paths {
      steps {
        from { name }
        to { name }
        date
        place
        evidence(first: 1) { quote article { title } }
      }
    }
  }
}
`,
    variables: { from: { name: "Putin" }, to: { name: "Thongloun" } },
  },
  {
    title: "Whom has To Lam met most?",
    query: `{
  person(name: "To Lam") {
    contacts(first: 10) {
      edges { node { name country { name } } meetings earliest { date } latest { date place } }
    }
  }
}
`,
  },
  {
    title: "What passed between two countries?",
    query: `{
  timelineBetween(a: "VN", b: "RU", first: 20) {
    edges {
      node {
        __typename
        ... on Meeting { date status place participants { person { name } } }
        ... on Delegation { date head { name } host { name } }
        ... on Agreement { date what }
      }
    }
  }
}
`,
  },
  {
    title: "Latest meetings",
    query: `{
  meetings(first: 10, filter: { status: HELD }) {
    edges {
      node {
        date
        place
        mode
        participants { side role person { name country { code } } }
      }
    }
  }
}
`,
  },
  {
    title: "Meetings planned",
    query: `{
  meetings(first: 10, filter: { status: PLANNED }) {
    edges { node { date place participants { person { name } } evidence(first: 1) { quote } } }
  }
}
`,
  },
  {
    title: "Delegations to Vietnam",
    query: `{
  delegations(filter: { host: "VN" }, first: 10) {
    edges {
      node {
        date
        head { name }
        represents {
          ... on Country { country: name }
          ... on Party { party: name }
          ... on Organization { organization: name }
        }
        evidence(first: 1) { quote }
      }
    }
  }
}
`,
  },
  {
    title: "Agreements and who signed",
    query: `{
  agreements(first: 10) {
    edges {
      node {
        what
        date
        signers {
          __typename
          ... on Person { name }
          ... on Country { country: name }
          ... on Party { party: name }
          ... on Organization { organization: name }
        }
        evidence(first: 1) { quote }
      }
    }
  }
}
`,
  },
  {
    title: "Find anything that has a name",
    query: `{
  search(text: "viet", first: 10) {
    matched
    node {
      __typename
      ... on Person { name reports }
      ... on Party { party: name }
      ... on Organization { organization: name }
      ... on Country { country: name }
      ... on Place { place: name meetings }
    }
  }
}
`,
  },
  {
    title: "Who met most, which countries, in which years?",
    query: `{
  statistics {
    meetings
    complete
    mostMet(first: 5) { person { name } meetings people }
    countryPairs(first: 5) { a { name } b { name } meetings }
    years { year meetings }
  }
}
`,
  },
  {
    title: "What has To Lam taken part in?",
    query: `{
  timelineOfPerson(person: { name: "To Lam" }, first: 10) {
    edges {
      node {
        __typename
        ... on Meeting { date status place participants { person { name } } }
        ... on Delegation { date host { name } }
        ... on Agreement { date what }
      }
    }
  }
}
`,
  },
  {
    title: "Newest articles",
    query: `{
  articles(first: 10) {
    totalCount
    edges { node { id title published lang source url } }
  }
}
`,
  },
];
