import Testing

@testable import stipple

/// Every complaint is one line that says where, what, and what would be right.
@Suite struct BadPresetTests {
  @Test(arguments: [
    ("scedule: cosine\n", "1:1: there is no key 'scedule'; did you mean 'schedule'?"),
    (
      "title: A\nseed: 1\nseed: 2\n",
      "2:1: the key 'seed' is given more than once; keep one"
    ),
    ("guidance: nort\n", "1:11: there is no label 'nort'; did you mean 'north'?"),
    ("guidance: {label: nort}\n", "1:19: there is no label 'nort'; did you mean 'north'?"),
    (
      "guidance: {label: east, negative: wst}\n",
      "1:35: there is no label 'wst'; did you mean 'west'?"
    ),
    (
      "guidance:\n  label: east\n  weight: 1000\n",
      "3:11: a guidance weight must be from -100 to 100, not 1000.0"
    ),
    (
      "guidance: {label: east, interval: [2, 1]}\n",
      "1:35: a guidance interval must rise from a sigma of 0 or more, not from 2.0 to 1.0"
    ),
    ("guidance: {label: east, interval: 2}\n", "1:35: interval must be [low, high], not '2'"),
    (
      "guidance: {label: east, strength: 2}\n",
      "1:25: there is no key 'strength'; known are label, negative, weight, interval,"
        + " weaker_steps, kind"
    ),
    (
      "guidance: {weaker_steps: -1}\n",
      "1:26: the network turned away from is that of a training step from 0, not -1"
    ),
    (
      "guidance: {negative: east, weaker_steps: 9}\n",
      "1:42: guidance turns away from one model: the label 'east' or an earlier network, not both"
    ),
    ("guidance: north or\n", "1:11: 'or' needs a word after it"),
    (
      "guidance: {label: north not thing}\n",
      "1:19: 'north not thing' leaves nothing: 'not' takes away all that was asked for"
    ),
    (
      "guidance: {label: east, kind: classifer}\n",
      "1:31: there is no guidance 'classifer'; did you mean 'classifier'?"
    ),
    (
      "words: {polar: [north, up]}\n",
      "1:16: the word 'polar': there is no label 'up'; known are east, north-east, north,"
        + " north-west, west, south-west, south, south-east"
    ),
    (
      "words: {north: [east]}\n",
      "1:16: 'north' is a label already; a word for several needs another name"
    ),
    ("words: {none: []}\n", "1:15: the word 'none' must cover at least one label"),
    ("words: warm\n", "1:8: words must be such as {warm: [a, b]}, not 'warm'"),
    (
      "training: {label_dropout: 0.2}\n",
      "1:27: label_dropout is of use only to a network with model: {labels: true} or"
        + " label_passed: true"
    ),
    (
      "model: {labels: true}\ntraining: {label_dropout: 2}\n",
      "2:27: a label is dropped in a share from 0 to 1 of the samples, not 2.0"
    ),
    (
      "guidance: {weight: 2}\n",
      "1:11: guidance needs a label to go to, such as label: a, or a negative one or weaker_steps"
        + " to turn away from"
    ),
    ("- 1\n", "1:1: a preset must have keys such as 'title', not be a list of 1"),
    ("cosine\n", "1:1: a preset must have keys such as 'title', not be 'cosine'"),
    ("schedule: cosin\n", "1:11: there is no schedule 'cosin'; did you mean 'cosine'?"),
    ("schedule: [1, 2]\n", "1:11: schedule must have keys such as 'kind', not be a list of 2"),
    (
      "schedule: {kind: linear, time: 5}\n",
      "1:26: there is no key 'time'; did you mean 'timesteps'?"
    ),
    ("schedule: {timesteps: 0}\n", "1:23: timesteps must be from 2 to 10000, not 0"),
    ("schedule: {timesteps: many}\n", "1:23: timesteps must be a whole number, not 'many'"),
    (
      "schedule: {timesteps: '50'}\n",
      "1:23: timesteps must be a whole number, not '50' in quotes; take the quotes away"
    ),
    ("schedule: {timesteps: 0x1F}\n", "1:23: timesteps must be a whole number, not '0x1F'"),
    ("\tseed: 1\n", "1:1: a tab where YAML has spaces; indent with spaces"),
    ("seed: 1\n\ttitle: a\n", "2:1: a tab where YAML has spaces; indent with spaces"),
    (
      "sampler: {kind: ddim, <<: {steps: 5}}\n",
      "1:23: merge keys (<<) are not read; write the keys out"
    ),
    ("schedule: {timesteps: 2.5}\n", "1:23: timesteps must be a whole number, not '2.5'"),
    ("schedule:\n  timesteps:\n", "2:13: timesteps must be a whole number, not empty"),
    ("schedule: {beta: [0.1]}\n", "1:18: beta must be [first, last], not a list of 1"),
    (
      "schedule: {beta: [0.1, .nan]}\n",
      "1:24: number 2 of beta must be a finite number, not '.nan'"
    ),
    ("schedule: {beta: [-1, 0.1]}\n", "1:18: a beta must be above 0 and at most 1, not -1.0"),
    (
      "schedule: {kind: cosine, beta: [0.1, 0.2]}\n",
      "1:32: the schedule cosine does not use 'beta';"
        + " used by linear, scaled-linear, sigmoid, quadratic, constant, linear-rescaled,"
        + " scaled-linear-zero-snr, variance-preserving"
    ),
    (
      "schedule: {sigma: [1, 2]}\n",
      "1:19: the schedule linear does not use 'sigma'; used by variance-exploding"
    ),
    (
      "schedule:\n  kind: custom\n  points:\n    - [0, 0.1]\n    - [1, 3]\n",
      "5:7: the beta of point 2 must be from 0 to 1, not 3.0"
    ),
    (
      "schedule: {kind: custom}\n",
      "1:11: a custom schedule has from 2 to 64 points, not 0"
    ),
  ])
  func aBadKeyOrScheduleIsPlaced(text: String, message: String) {
    #expect(PresetComplaint.about(text) == "p.yaml:\(message)")
  }

  @Test(arguments: [
    ("model: perfect\n", "1:8: there is no model 'perfect'; known are exact, learned"),
    ("model: {predicts: nois}\n", "1:19: there is no prediction 'nois'; did you mean 'noise'?"),
    ("model: {hidden: [64, wide]}\n", "1:22: width 2 must be a whole number, not 'wide'"),
    ("model: {residual: 1}\n", "1:19: residual must be true or false, not '1'"),
    (
      "training: {optimizer: sgd}\n",
      "1:23: there is no optimizer 'sgd'; known are adam, schedule-free-adam"
    ),
    ("training: {rate: .inf}\n", "1:18: rate must be a finite number, not '.inf'"),
    ("training: {batch: 1.5e0}\n", "1:19: batch must be a whole number, not '1.5e0'"),
    (
      "training: {rate: \"0.001\"}\n",
      "1:18: rate must be a finite number, not '0.001' in quotes; take the quotes away"
    ),
    (
      "sampler: {steps: 2000}\n",
      "1:18: steps must be from 1 to the schedule's 1000 timesteps, not 2000"
    ),
    (
      "sampler: {kind: euler, eta: 0.5}\n",
      "1:29: the sampler euler does not use 'eta'; used by ddim"
    ),
    ("sampler: {kind: ddim, eta: 2}\n", "1:28: eta must be from 0 to 1, not 2.0"),
    (
      "sampler: {variance: medium}\n",
      "1:21: there is no variance 'medium'; known are small, large, optimal, full, learned"
    ),
    ("particles: 1000000000\n", "1:12: particles must be from 1 to 200000, not 1000000000"),
    (
      "particles: 99999999999999999999\n",
      "1:12: particles must be a whole number, not '99999999999999999999'"
    ),
    ("seed: -1\n", "1:7: seed must be a whole number from 0 to 18446744073709551615, not '-1'"),
    ("title:\n", "1:7: title must be text, not empty"),
    ("title: {a: b}\n", "1:8: title must be text, not a mapping"),
  ])
  func aBadModelOrSamplerIsPlaced(text: String, message: String) {
    #expect(PresetComplaint.about(text) == "p.yaml:\(message)")
  }

  @Test(arguments: [
    (
      "distribution: two-mons\n",
      "1:15: there is no distribution 'two-mons'; did you mean 'two-moons'?"
    ),
    (
      "distribution: {}\n",
      "1:15: distribution must be a name, or have 'components', 'points', 'pictures' or"
        + " 'word'"
    ),
    (
      "distribution:\n  components: []\n",
      "2:15: components must list at least one component"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0]}\n",
      "3:7: component 1 needs std or covariance, such as std: 0.1"
    ),
    (
      "distribution:\n  components:\n    - {std: 1}\n",
      "3:7: component 1 needs a mean, such as mean: [1, 2]"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, .nan], std: 1}\n",
      "3:18: number 2 of mean must be a finite number, not '.nan'"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0], std: -1}\n",
      "3:27: std must be above 0, not -1.0"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0], covariance: [[-1, 0], [0, 1]]}\n",
      "3:34: covariance must be positive definite: variances above 0 and xy² below xx · yy"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0], covariance: [[1, 0.5], [0.4, 1]]}\n",
      "3:34: covariance must be symmetric, [[xx, xy], [xy, yy]], not 0.5 and 0.4"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0], std: 1, weight: -2}\n",
      "3:38: weight must be from 0 up, not -2.0"
    ),
    (
      "distribution:\n  components:\n    - {mean: [0, 0], std: 1, weight: 0}\n",
      "3:5: the weights sum to 0; at least one must be positive"
    ),
    (
      "distribution: {points: no/such.csv}\n",
      "1:24: no/such.csv: cannot be read: No such file or directory"
    ),
  ])
  func aBadDistributionIsPlaced(text: String, message: String) {
    #expect(PresetComplaint.about(text) == "p.yaml:\(message)")
  }
}
