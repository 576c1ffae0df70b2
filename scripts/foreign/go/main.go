// Checks heads, cosignatures and proofs of Custos with other people's verifiers: golang.org/x/mod/sumdb/note,
// github.com/transparency-dev/formats (checkpoints, cosignatures, tlog-proof) and github.com/transparency-dev/merkle.
//
//	go run . FOLDER
//
// The folder holds public_key.txt (a vkey a line: the log's, that of its time, then those of cosigners),
// checkpoint.txt and any number of *.head and *.tlog-proof files. Says a line a file; status 1 where one does not hold.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/transparency-dev/formats/log"
	cosignature "github.com/transparency-dev/formats/note"
	tlogproof "github.com/transparency-dev/formats/proof"
	"github.com/transparency-dev/merkle/proof"
	"github.com/transparency-dev/merkle/rfc6962"
	"golang.org/x/mod/sumdb/note"
)

type keys struct {
	origin string
	log    note.Verifier
	others []note.Verifier
}

func readKeys(file string) (keys, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return keys{}, err
	}
	lines := strings.Fields(string(text))
	first, err := note.NewVerifier(lines[0])
	if err != nil {
		return keys{}, err
	}
	known := keys{origin: first.Name(), log: first}
	for _, line := range lines[1:] {
		other, err := cosignature.NewVerifierForCosignatureV1(line)
		if err != nil {
			return keys{}, err
		}
		known.others = append(known.others, other)
	}
	return known, nil
}

// The checkpoint of a signed note, and what its cosignatures say: who, when.
func (known keys) head(text []byte) (*log.Checkpoint, string, error) {
	checkpoint, _, opened, err := log.ParseCheckpoint(text, known.origin, known.log, known.others...)
	if err != nil {
		return nil, "", err
	}
	said := []string{}
	for _, signature := range opened.Sigs {
		if at, err := cosignature.CoSigV1Timestamp(signature); err == nil {
			said = append(said, signature.Name+" at "+at.UTC().Format("2006-01-02T15:04:05Z"))
		}
	}
	if len(said) == 0 {
		return nil, "", fmt.Errorf("no cosignature says when")
	}
	return checkpoint, strings.Join(said, ", "), nil
}

func (known keys) check(file string) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", err
	}
	if filepath.Ext(file) != ".tlog-proof" {
		checkpoint, said, err := known.head(text)
		if err != nil {
			return "", err
		}
		return fmt.Sprintf("head of %d entries, %s", checkpoint.Size, said), nil
	}
	var found tlogproof.TLogProof
	if err := found.Unmarshal(text); err != nil {
		return "", err
	}
	checkpoint, said, err := known.head(found.Checkpoint)
	if err != nil {
		return "", err
	}
	hashes := [][]byte{}
	for _, hash := range found.Hashes {
		hashes = append(hashes, hash[:])
	}
	leaf := rfc6962.DefaultHasher.HashLeaf(found.ExtraData)
	err = proof.VerifyInclusion(rfc6962.DefaultHasher, found.Index, checkpoint.Size, leaf, hashes, checkpoint.Hash)
	return fmt.Sprintf("entry %d of %d, %s", found.Index+1, checkpoint.Size, said), err
}

func main() {
	folder := os.Args[1]
	known, err := readKeys(filepath.Join(folder, "public_key.txt"))
	if err != nil {
		fmt.Println("public_key.txt:", err)
		os.Exit(1)
	}
	files := []string{}
	for _, pattern := range []string{"checkpoint.txt", "*.head", "*.tlog-proof"} {
		matched, _ := filepath.Glob(filepath.Join(folder, pattern))
		files = append(files, matched...)
	}
	status := 0
	for _, file := range files {
		said, err := known.check(file)
		if err != nil {
			said, status = "REFUSED: "+err.Error(), 1
		}
		fmt.Printf("%s: %s\n", filepath.Base(file), said)
	}
	os.Exit(status)
}
