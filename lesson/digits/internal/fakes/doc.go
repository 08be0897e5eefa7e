// Package fakes has a small data set, and mirrors that serve it well or badly, for tests.
package fakes
