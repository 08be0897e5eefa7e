// Package jupyter starts JupyterLab on the lessons, waits until it answers, and shows it in the
// reader's browser.
package jupyter
