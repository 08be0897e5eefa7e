package digits

import "convnet.example/lesson/digits/download"

// openCache reads the files in the cache, after fetching what is missing or
// damaged. Only "mnist" asks mirrors again that were silent a short time ago.
func openCache(d *download.Downloader, source string) (*Data, error) {
	if d.Dir != "" {
		if data, strange, err := readFolder(d.Dir, d.Files); err == nil && strange == "" {
			return data, nil
		}
	}
	if source == "auto" {
		if err := d.Resting(); err != nil {
			return nil, err
		}
	}
	if err := d.Download(); err != nil {
		return nil, err
	}
	data, _, err := readFolder(d.Dir, d.Files)
	return data, err
}
